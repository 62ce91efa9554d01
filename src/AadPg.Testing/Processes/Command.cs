using System.Diagnostics;

namespace AadPg.Testing;

/// <summary>A program with its arguments, run to its end with its output captured.</summary>
internal sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    public Command(string program, params string[] arguments) : this(program, (IReadOnlyList<string>)arguments)
    {
    }

    /// <summary>Runs the command; when it takes longer than <paramref name="timeout"/> it is killed and a <see cref="TimeoutException"/> is thrown.</summary>
    public async Task<CommandResult> RunAsync(string workingFolder, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var process = Process.Start(StartInfo(workingFolder))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"{Program} did not end within {timeout.TotalSeconds:0} seconds.");
        }

        // A server that the command started may have inherited the pipes and keep them open: do not wait for their end.
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(TimeSpan.FromSeconds(2), cancellationToken)).ConfigureAwait(false);
        return new(process.ExitCode, TextOf(output) + TextOf(error));
    }

    private ProcessStartInfo StartInfo(string workingFolder)
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        // Errors come in English, and no setting of the developer's own PostgreSQL (PGDATA, PGPORT, PGUSER) leaks in.
        start.Environment["LC_ALL"] = "C";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static string TextOf(Task<string> text) => text.IsCompletedSuccessfully ? text.Result : "";
}
