using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Sinks;

/// <summary>
/// Where a symbol is declared, which tells it from all others: also where another project sees it, and where several projects compile its file.
/// </summary>
/// <param name="Name">The name that code calls it by.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The place in the file.</param>
internal sealed record DeclaredPlace(string Name, string Path, TextSpan Span)
{
    /// <summary>The place of <paramref name="symbol"/>, of a member that overrides another one of that; null when no source declares it.</summary>
    public static DeclaredPlace? Of(ISymbol symbol)
    {
        var declared = FirstDeclared(symbol);
        return declared.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? new DeclaredPlace(NameOf(declared), tree.FilePath, location.SourceSpan)
            : null;
    }

    /// <summary>The places that a use of <paramref name="symbol"/> can lead to: its own, and those of the members of interfaces that it implements.</summary>
    public static IEnumerable<DeclaredPlace> AllOf(ISymbol symbol) => Implemented(symbol)
        .Concat(symbol is IMethodSymbol { PartialDefinitionPart: { } definition } ? [definition] : [])
        .Prepend(symbol)
        .Select(Of)
        .OfType<DeclaredPlace>()
        .Distinct();

    /// <summary>A variable, or a private member that no interface gives to others.</summary>
    public static bool IsSeenByItsTypeAlone(ISymbol symbol) =>
        symbol is ILocalSymbol or { DeclaredAccessibility: Accessibility.Private } && !Implemented(symbol).Any();

    private static ISymbol FirstDeclared(ISymbol symbol)
    {
        var member = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        return member switch
        {
            IPropertySymbol { OverriddenProperty: { } overridden } => FirstDeclared(overridden),
            IMethodSymbol { OverriddenMethod: { } overridden } => FirstDeclared(overridden),
            _ => member,
        };
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol symbol) => symbol is IPropertySymbol or IMethodSymbol && symbol.ContainingType is { } type
        ? type.AllInterfaces
            .SelectMany(contract => contract.GetMembers())
            .Where(member => member.Kind == symbol.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
        : [];

    /// <summary>An explicit implementation is named with its interface, which no code says.</summary>
    private static string NameOf(ISymbol symbol) => symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
}
