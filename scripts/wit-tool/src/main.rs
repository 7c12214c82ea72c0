// SPDX-License-Identifier: MIT
//! What the WIT and the component need, on the Bytecode Alliance's own crates:
//!
//!   wit-tool json WIT...                  parses and resolves; the result as JSON
//!   wit-tool glue FOLDER WORLD WIT...     writes the C glue of a world
//!   wit-tool component CORE OUT           makes a core module a component and validates it
//!   wit-tool wit COMPONENT                the interface that a component carries
//!
//! WIT is a folder with its `deps`. Messages have file and line.
mod shrink;

use anyhow::{anyhow, bail, Context, Result};
use std::{env, fs, path::Path, process::ExitCode};
use wit_bindgen_core::Files;
use wit_parser::{PackageId, Resolve};

fn resolve(paths: &[String]) -> Result<(Resolve, Vec<PackageId>)> {
    let mut resolve = Resolve::default();
    let mut packages = Vec::new();
    for path in paths {
        match resolve.push_path(path) {
            Ok((package, _)) => packages.push(package),
            Err(error) => return Err(anyhow!(resolve.render_error(&error))),
        }
    }
    Ok((resolve, packages))
}

fn glue(folder: &str, world: &str, paths: &[String]) -> Result<()> {
    let (mut resolve, packages) = resolve(paths)?;
    let world = resolve.select_world(&packages, Some(world))?;
    let mut files = Files::default();
    let mut generator = wit_bindgen_c::Opts::default().build();
    wit_bindgen_core::WorldGenerator::generate(&mut *generator, &mut resolve, world, &mut files)?;
    fs::create_dir_all(folder)?;
    for (name, content) in files.iter() {
        fs::write(Path::new(folder).join(name), content).with_context(|| format!("{folder}/{name}"))?;
    }
    Ok(())
}

fn component(core: &str, out: &str) -> Result<()> {
    let module = fs::read(core).with_context(|| core.to_string())?;
    let bytes = wit_component::ComponentEncoder::default().validate(true).module(&module)?.encode().context("encoding the component")?;
    let small = shrink::shrink(&bytes);
    wasmparser::Validator::new().validate_all(&small).context("the shrunk component")?;
    fs::write(out, small).with_context(|| out.to_string())
}

fn interface(path: &str) -> Result<()> {
    let bytes = fs::read(path).with_context(|| path.to_string())?;
    let decoded = wit_component::decode(&bytes)?;
    let mut printer = wit_component::WitPrinter::default();
    printer.print(decoded.resolve(), decoded.package(), &[])?;
    print!("{}", printer.output);
    Ok(())
}

fn run() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["json", _, ..] => println!("{}", serde_json::to_string(&resolve(&arguments[1..])?.0)?),
        ["glue", folder, world, _, ..] => glue(folder, world, &arguments[3..])?,
        ["component", core, out] => component(core, out)?,
        ["wit", path] => interface(path)?,
        _ => bail!("usage: wit-tool json WIT... | glue FOLDER WORLD WIT... | component CORE OUT | wit COMPONENT"),
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
