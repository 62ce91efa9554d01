using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Tool.Files;

/// <summary>A finding in a file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">What it is reported as.</param>
/// <param name="Place">Where it stands, from zero on.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What was done about it, or why nothing was.</param>
internal sealed record FileFinding(DiagnosticDescriptor Rule, DiagnosticSeverity Severity, LinePositionSpan Place, string Message, ConfigFix Fix);
