using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down what is set on an <c>NpgsqlConnectionStringBuilder</c>, a data source builder's own too, as the connection string it makes: the constructor's text, then
/// an entry for each assignment. So the rules see one thing, however the settings were made.
/// </summary>
internal sealed class BuilderTracer(StringTracer strings)
{
    /// <summary>
    /// What the builder that <paramref name="creation"/> makes holds each time that its string is read, by the assignments to the
    /// variable it is stored in up to there, and at last with all of them.
    /// </summary>
    public ImmutableArray<TracedText> Trace(IObjectCreationOperation creation)
    {
        var variable = BuilderVariable.Of(creation);
        return variable.States
            .SelectMany(settings => StringTracer.ForEachBranch(branches => Trace(creation, settings, variable.Escapes, branches)))
            .ToImmutableArray();
    }

    /// <summary>
    /// A setting on a builder that comes from elsewhere: what else it holds is not known. None when <see cref="Trace(IObjectCreationOperation)"/>
    /// of the builder's creation covers it.
    /// </summary>
    public ImmutableArray<TracedText> Trace(BuilderSetting setting) => BuilderVariable.IsCovered(setting)
        ? ImmutableArray<TracedText>.Empty
        : StringTracer.ForEachBranch(branches =>
        {
            var text = new TracedTextBuilder();
            text.AddHole(Hole.AnyText, setting.Syntax);
            Append(setting, text, branches);
            return text.Build(setting.Syntax.GetLocation());
        });

    private TracedText Trace(IObjectCreationOperation creation, IReadOnlyList<BuilderSetting> settings, bool escapes, Branches branches)
    {
        var text = new TracedTextBuilder();
        var initial = BuilderSetting.InitialTextOf(creation) is { } connectionString ? strings.Trace(connectionString, branches) : null;
        if (initial is not null)
            AppendAll(initial, text);

        foreach (var setting in settings)
            Append(setting, text, branches);

        if (escapes)
            text.Add(Hole.UnknownRest, creation.Syntax);

        // A data source builder has a text, and settings beside it at times; a connection string builder is there for its settings, unless it is made empty and given a text.
        return text.Build(initial is not null && (DataSourceBuilderUse.IsBuilder(creation.Type) || creation.Arguments.IsEmpty || IsWholeElsewhere(initial, creation.Syntax)) ? initial.Whole : LocationOfType(creation.Syntax));
    }

    /// <summary>A text that says by itself where to connect, and that others may take too: what it lacks, it lacks there.</summary>
    private static bool IsWholeElsewhere(TracedText text, SyntaxNode creation) =>
        !(text.Whole.SourceTree == creation.SyntaxTree && creation.Span.Contains(text.Whole.SourceSpan)) && OwnWords.AreWhole(ParsedConnectionString.Parse(text.Text));

    private void Append(BuilderSetting setting, TracedTextBuilder text, Branches branches) =>
        text.AddSetting(setting.Keyword, strings.Trace(setting.Value, branches), setting.Syntax);

    private static void AppendAll(TracedText traced, TracedTextBuilder text)
    {
        foreach (var piece in traced.Pieces)
            text.Add(piece, traced.Text);

        text.IsComposed |= traced.IsComposed;
    }

    /// <summary><c>new NpgsqlConnectionStringBuilder</c>, without the arguments and the initializer, which may be long.</summary>
    private static Location LocationOfType(SyntaxNode creation) => creation is ObjectCreationExpressionSyntax { Type: var type }
        ? Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, type.Span.End))
        : creation.GetFirstToken().GetLocation();
}
