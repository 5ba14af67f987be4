namespace Medera.Lab.Benchmarks.Support;

/// <summary>One sentence with what is missing or what went otherwise than the benchmark needs it.</summary>
public sealed class BenchmarkCannotRun(string message, Exception? inner = null) : Exception(message, inner);
