using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0014: a connection string that goes to PostgreSQL with a password in it, and to a log besides.</summary>
internal static class LoggedConnectionStringRule
{
    public static IEnumerable<Diagnostic> Check(TracedText text, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        SecretRead.HoldsPassword(ParsedConnectionString.Parse(text.Text))
            ? ReadsOf(text, sink, tracer, cancellationToken)
                .SelectMany(read => new SecretFlow(tracer, cancellationToken).Follow(read))
                .Where(use => LogSinks.Is(use.Taker))
                .Select(use => Diagnostic.Create(
                    Descriptors.TokenLogged,
                    use.Secret.Syntax.GetLocation(),
                    [use.Secret.Syntax.GetLocation(), sink.Syntax.GetLocation()],
                    FixArgument.Of(SecretRead.WholeString),
                    SecretRead.WholeString))
            : [];

    /// <summary>A text that stands in the call of a log, or a builder whose string is read at once and goes there: nobody connects with it.</summary>
    public static bool IsOnlyLogged(IOperation sink, SinkTracer tracer, CancellationToken cancellationToken)
    {
        var text = sink switch
        {
            IObjectCreationOperation { Parent: IPropertyReferenceOperation { Property.Name: "ConnectionString" } read } => read,
            ILiteralOperation literal => LooseTextTracer.WholeOf(literal),
            _ => null,
        };
        return text is not null && LogSinks.Is(new SecretFlow(tracer, cancellationToken).Follow(text).First().Taker);
    }

    /// <summary>Where the whole text is read: the text itself, or what holds it.</summary>
    private static IEnumerable<IOperation> ReadsOf(TracedText text, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        sink is ILiteralOperation ? [sink] : text.Holders.SelectMany(holder => holder switch
        {
            ILocalSymbol local => LocalAssignments.References(local, LocalAssignments.Root(sink)),
            IFieldSymbol or IPropertySymbol or IMethodSymbol => MemberUses.Of(holder, tracer.Models, cancellationToken),
            IParameterSymbol parameter => MethodBody.Of(sink).Operations.OfType<IParameterReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)),
            _ => [],
        });
}
