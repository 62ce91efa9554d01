using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down what code sets on an object with a property for each part of a connection, <c>new PostgresOptions { Host = "…", Password = "…" }</c>, as the
/// connection string that the app makes of it. Which database it is for, the names and the parts say, as in a config file.
/// </summary>
internal sealed class SettingsObject(StringTracer strings, DriverReferences drivers)
{
    /// <summary>The parts around the password that <paramref name="assignment"/> sets; none when it sets another thing, or nothing says that it is PostgreSQL's.</summary>
    public IEnumerable<TracedText> Trace(ISimpleAssignmentOperation assignment)
    {
        if (PartOf(assignment) is not { Keyword: var keyword, Member: var member } || keyword != Keyword.Password || NpgsqlTypes.IsOfNpgsql(member))
            return [];

        var type = ((IMemberReferenceOperation)assignment.Target).Instance?.Type ?? member.ContainingType;
        var path = NamesAround.Of(assignment.Value).Beside(type.Name);
        return StringTracer.ForEachBranch(branches => Trace(assignment, branches))
            .Where(text => PostgresEvidence.Proves(ParsedConnectionString.Parse(text.Text), path, provider: null, drivers));
    }

    private TracedText Trace(ISimpleAssignmentOperation password, Branches branches)
    {
        var text = new TracedTextBuilder { IsComposed = true };
        text.AddHole(Hole.AnyText, password.Syntax);
        foreach (var assignment in Beside(password))
        {
            if (PartOf(assignment) is { Keyword: var keyword } && (assignment == password || keyword != Keyword.Password))
                text.AddSetting(keyword, strings.Trace(assignment.Value, branches), assignment.Syntax);
        }

        return text.Build(password.Syntax.GetLocation());
    }

    /// <summary>What is set on the same object in the same initializer, or by statements of the same block.</summary>
    private static IEnumerable<ISimpleAssignmentOperation> Beside(ISimpleAssignmentOperation assignment) => assignment.Parent switch
    {
        IObjectOrCollectionInitializerOperation { Initializers: var all } => all.OfType<ISimpleAssignmentOperation>(),
        IExpressionStatementOperation { Parent: IBlockOperation { Operations: var all } } => all
            .OfType<IExpressionStatementOperation>()
            .Select(statement => statement.Operation)
            .OfType<ISimpleAssignmentOperation>()
            .Where(other => ObjectOf(other) is { } owner && SymbolEqualityComparer.Default.Equals(owner, ObjectOf(assignment))),
        _ => [assignment],
    };

    private static ISymbol? ObjectOf(ISimpleAssignmentOperation assignment) => assignment.Target is IMemberReferenceOperation { Instance: { } instance }
        ? instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        }
        : null;

    private static (Keyword Keyword, ISymbol Member)? PartOf(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IMemberReferenceOperation { Member: { ContainingType: not null } member } && member is IPropertySymbol or IFieldSymbol && ConnectionPart.KeywordOf(member.Name) is { } keyword
            ? (keyword, member)
            : null;
}
