namespace AadPg.Tool.Commands;

/// <summary>What the commands end with.</summary>
internal static class ExitCode
{
    /// <summary>No finding, or none that is left.</summary>
    public const int Clean = 0;

    /// <summary>Findings: all that <c>check</c> sees, or those that <c>fix</c> could not change.</summary>
    public const int Findings = 1;

    /// <summary>A wrong command line, or a file that could not be read or written.</summary>
    public const int Failure = 2;

    public const string Help = "Exit code: 0 no finding is left, 1 there are findings, 2 wrong usage, or a file that could not be read or written; a dry run ends as the run would.";
}
