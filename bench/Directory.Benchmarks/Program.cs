using BenchmarkDotNet.Running;
using CenterDirectory.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
