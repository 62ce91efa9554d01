using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>What a rule has found in a config file.</summary>
/// <param name="Descriptor">The diagnostic to report.</param>
/// <param name="Value">The value at fault.</param>
/// <param name="Range">Where it stands in the file.</param>
/// <param name="Argument">The message's argument: a keyword or a variable's name, never a value that may be secret.</param>
internal readonly record struct ConfigFinding(DiagnosticDescriptor Descriptor, ConfigValue Value, TextRange Range, string Argument);
