module github.com/flight-core/flight-memory-components/bindings/go

go 1.21
