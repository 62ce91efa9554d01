namespace AadPg.Tool.Code;

/// <summary>A finding in code, as <c>dotnet format</c> reports it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from one on.</param>
/// <param name="Column">The column, from one on.</param>
/// <param name="RuleId">The rule.</param>
internal sealed record CodeFinding(string Path, int Line, int Column, string RuleId);
