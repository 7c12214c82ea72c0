// SPDX-License-Identifier: MIT
//! Makes a component smaller without changing what it is to its users: no custom sections at its top, and short names inside.
//!
//! An encoded component says the name of each function five times: as its module's export, where that is taken, as an import of the small
//! component that gives the interface its types, where that is supplied, and as the export that users see. Only the last one is theirs.
//! The bytes are the encoder's, which were validated; the result is validated again.
use std::collections::HashMap;

const MODULE: u8 = 1;
const COMPONENT: u8 = 4;
const INSTANCE: u8 = 5;
const ALIAS: u8 = 6;
const IMPORT: u8 = 10;
const CORE_EXPORT: u8 = 7;
const PREAMBLE: usize = 8;

type Names = HashMap<String, String>;

/// Reads what it passes and writes what it is told.
struct Copier<'a> {
    from: &'a [u8],
    at: usize,
    to: Vec<u8>,
}

impl<'a> Copier<'a> {
    fn new(from: &'a [u8]) -> Self {
        Copier { from, at: 0, to: Vec::new() }
    }

    fn read_byte(&mut self) -> u8 {
        self.at += 1;
        self.from[self.at - 1]
    }

    fn read_number(&mut self) -> usize {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.read_byte();
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }

    fn read_slice(&mut self, size: usize) -> &'a [u8] {
        self.at += size;
        &self.from[self.at - size..self.at]
    }

    fn read_name(&mut self) -> String {
        let size = self.read_number();
        String::from_utf8_lossy(self.read_slice(size)).into_owned()
    }

    fn byte(&mut self) -> u8 {
        let byte = self.read_byte();
        self.to.push(byte);
        byte
    }

    fn number(&mut self) -> usize {
        let value = self.read_number();
        write_number(&mut self.to, value);
        value
    }

    /// A name, the short one if it has one.
    fn name(&mut self, short: &Names) {
        let name = self.read_name();
        write_name(&mut self.to, short.get(&name).unwrap_or(&name));
    }

    /// What an import is: a type bound has a byte more than an index.
    fn description(&mut self) {
        match self.byte() {
            0x00 => {
                self.byte();
                self.number();
            }
            0x02 | 0x03 => {
                if self.byte() == 0 {
                    self.number();
                }
            }
            _ => {
                self.number();
            }
        }
    }

    /// A sort; those of core modules have two bytes.
    fn sort(&mut self) {
        if self.byte() == 0 {
            self.byte();
        }
    }
}

fn write_number(to: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        to.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

fn write_name(to: &mut Vec<u8>, name: &str) {
    write_number(to, name.len());
    to.extend_from_slice(name.as_bytes());
}

/// "a", "b", ... "z", "a1", ...: labels that any place for a name takes.
fn short_name(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    if index < 26 { letter.to_string() } else { format!("{letter}{}", index / 26) }
}

/// Every section of a module or component, each through `change`, which returns None for one to leave out.
fn sections(bytes: &[u8], mut change: impl FnMut(u8, &[u8]) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut copier = Copier { from: bytes, at: PREAMBLE, to: bytes[..PREAMBLE].to_vec() };
    while copier.at < bytes.len() {
        let id = copier.read_byte();
        let size = copier.read_number();
        if let Some(content) = change(id, copier.read_slice(size)) {
            copier.to.push(id);
            write_number(&mut copier.to, content.len());
            copier.to.extend_from_slice(&content);
        }
    }
    copier.to
}

/// A core module; the exports that the component wraps, which have a `#` in their names, get short ones.
fn module(bytes: &[u8], short: &mut Names) -> Vec<u8> {
    sections(bytes, |id, content| {
        if id != CORE_EXPORT {
            return Some(content.to_vec());
        }
        let mut copier = Copier::new(content);
        for _ in 0..copier.number() {
            let name = copier.read_name();
            if name.contains('#') {
                let next = short_name(short.len());
                short.insert(name.clone(), next);
            }
            write_name(&mut copier.to, short.get(&name).unwrap_or(&name));
            copier.byte();
            copier.number();
        }
        Some(copier.to)
    })
}

/// A component inside, whose imports get short names.
fn inner(bytes: &[u8], short: &mut Names) -> Vec<u8> {
    sections(bytes, |id, content| {
        if id != IMPORT {
            return Some(content.to_vec());
        }
        let mut copier = Copier::new(content);
        for _ in 0..copier.number() {
            copier.byte();
            let name = copier.read_name();
            let next = short_name(short.len());
            write_name(&mut copier.to, &next);
            short.insert(name, next);
            copier.description();
        }
        Some(copier.to)
    })
}

fn aliases(content: &[u8], short: &Names) -> Vec<u8> {
    let mut copier = Copier::new(content);
    for _ in 0..copier.number() {
        copier.sort();
        match copier.byte() {
            0x00 => {
                copier.number();
                copier.name(&Names::new());
            }
            0x01 => {
                copier.number();
                copier.name(short);
            }
            _ => {
                copier.number();
                copier.number();
            }
        }
    }
    copier.to
}

fn instances(content: &[u8], inside: &[Names]) -> Vec<u8> {
    let mut copier = Copier::new(content);
    for _ in 0..copier.number() {
        let nothing = Names::new();
        let short = if copier.byte() == 0 { &inside[copier.number()] } else { &nothing };
        for _ in 0..copier.number() {
            if std::ptr::eq(short, &nothing) {
                copier.byte(); // an export's name has a form
            }
            copier.name(short);
            copier.sort();
            copier.number();
        }
    }
    copier.to
}

pub fn shrink(bytes: &[u8]) -> Vec<u8> {
    let mut exports = Names::new();
    let mut inside: Vec<Names> = Vec::new();
    sections(bytes, |id, content| match id {
        0 => None,
        MODULE => Some(module(content, &mut exports)),
        COMPONENT => {
            let mut short = Names::new();
            let shrunk = inner(content, &mut short);
            inside.push(short);
            Some(shrunk)
        }
        INSTANCE => Some(instances(content, &inside)),
        ALIAS => Some(aliases(content, &exports)),
        _ => Some(content.to_vec()),
    })
}
