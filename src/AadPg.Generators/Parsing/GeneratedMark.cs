using AadPg.Generators.Emit;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Tells our own output from the user's code: the analyzer sees both, the generator only the user's.</summary>
internal static class GeneratedMark
{
    public static bool IsOn(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name is "GeneratedCodeAttribute"
        && attribute.ConstructorArguments is [{ Value: GeneratedFile.Tool }, ..]);
}
