using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Rules;

/// <summary>What a rule has found in a connection string.</summary>
/// <param name="Descriptor">The diagnostic to report.</param>
/// <param name="Range">The entry at fault; null when something is missing from the text as a whole.</param>
/// <param name="Argument">The message's argument: a keyword or a mode, never a value that may be secret.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, TextRange? Range, string Argument)
{
    /// <summary>Where the value stands that is the fault, whatever entry it is put into; null when the entry is.</summary>
    public TextRange? ValueRange { get; init; }
}
