namespace AadPg.Tool.Tests;

/// <summary>What the tool ended with, and printed.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);
