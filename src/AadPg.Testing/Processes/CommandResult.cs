namespace AadPg.Testing;

/// <summary>How a command ended: its exit code and what it printed, standard output and error together.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
