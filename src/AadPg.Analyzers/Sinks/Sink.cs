using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Sinks;

/// <summary>
/// A place that takes a PostgreSQL connection string: every overload of <paramref name="Member"/> with a string parameter named
/// <paramref name="Parameter"/>, or, when that is null, the property <paramref name="Member"/>.
/// </summary>
/// <param name="Type">Full name of the declaring type.</param>
/// <param name="Member">Name of a method or property, or <c>.ctor</c>.</param>
/// <param name="Parameter">Name of the parameter; null for a property.</param>
internal sealed record Sink(string Type, string Member, string? Parameter = null)
{
    /// <summary>The one word that an operation at this place shows before anything is looked up.</summary>
    public string Word => Member == WellKnownMemberNames.InstanceConstructorName ? Type.Substring(Type.LastIndexOf('.') + 1) : Member;

    /// <summary>Whether <paramref name="member"/> is the one of this place, called as an extension or not.</summary>
    public bool IsOf(ISymbol member) =>
        member.Name == Member && (member is IPropertySymbol) == (Parameter is null) && (member is IMethodSymbol { ReducedFrom: { } definition } ? definition : member).ContainingType.IsNamed(Type);

    /// <summary>The argument for the parameter of this place.</summary>
    public IArgumentOperation? ArgumentIn(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == Parameter)
                return argument;
        }

        return null;
    }
}
