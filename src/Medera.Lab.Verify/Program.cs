using Medera.Lab.Verify;

using var stopped = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // A first Ctrl+C ends what runs in order, a second one ends the process.
    pressed.Cancel = !stopped.IsCancellationRequested;
    stopped.Cancel();
};
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, stopped.Token);
