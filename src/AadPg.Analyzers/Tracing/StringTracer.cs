using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Follows a string from where it is used to the literals it is made of: concatenation, interpolation, constants, variables and members,
/// the calls that put strings together. Where branches meet, several texts can come out.
/// </summary>
/// <param name="models">The models to look into.</param>
/// <param name="members">What members can give.</param>
/// <param name="writes">What variables can hold.</param>
/// <param name="entry">The call whose arguments stand for the parameters of the method that is traced in; null for none.</param>
/// <param name="cancellationToken">Ends the trace.</param>
internal sealed class StringTracer(SemanticModels models, MemberValues members, ReachingWrites writes, Call? entry, CancellationToken cancellationToken)
{
    /// <summary>Of more combinations the first ones speak for the rest.</summary>
    private const int MaximumTexts = 32;

    /// <summary>Every text that <paramref name="value"/> can be.</summary>
    public ImmutableArray<TracedText> Trace(IOperation value) => ForEachBranch(branches => Trace(value, branches));

    /// <summary>All that <paramref name="trace"/> gives, as it takes one way through the branches and then the others.</summary>
    public static ImmutableArray<T> ForEachBranch<T>(Func<Branches, T> trace)
    {
        var branches = new Branches();
        var texts = ImmutableArray.CreateBuilder<T>();
        do
            texts.Add(trace(branches));
        while (texts.Count < MaximumTexts && branches.MoveNext());

        return texts.ToImmutable();
    }

    /// <summary>Every expression that <paramref name="value"/>, of whatever type, can come from.</summary>
    public ImmutableArray<IOperation> Origins(IOperation value) => ForEachBranch(branches =>
        new OriginFinder(models, members, writes, branches, entry, cancellationToken).Find(new Origin(value), out _).Value);

    /// <summary>The text on the way through the branches that is taken now.</summary>
    public TracedText Trace(IOperation value, Branches branches)
    {
        var origins = new OriginFinder(models, members, writes, branches, entry, cancellationToken);
        var origin = origins.Find(new Origin(value), out var holders);
        var text = new TracedTextBuilder();
        new TextAppender(origins, branches, text, cancellationToken).Append(origin);
        return text.Build(origin.Value.Syntax.GetLocation()) with { Holders = holders };
    }
}
