using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down what is set on an <c>NpgsqlConnectionStringBuilder</c> as the connection string it makes: the constructor's text, then
/// an entry for each assignment. So the rules see one thing, however the settings were made.
/// </summary>
internal sealed class BuilderTracer(ResolvedSinks sinks, StringTracer strings)
{
    /// <summary>The builder that <paramref name="creation"/> makes, with the assignments to the variable it is stored in.</summary>
    public TracedText Trace(IObjectCreationOperation creation)
    {
        var text = new TracedTextBuilder();
        if (sinks.FindConnectionString(creation) is { } connectionString)
            AppendAll(strings.Trace(connectionString), text);

        var settings = new List<BuilderSetting>();
        if (creation.Initializer is { } initializer)
            settings.AddRange(initializer.Initializers.Select(BuilderSetting.From).OfType<BuilderSetting>());

        var variable = BuilderVariable.Of(creation);
        settings.AddRange(variable.Settings);
        foreach (var setting in settings)
            Append(setting, text);

        if (variable.Escapes)
            Append(";" + Hole.AnyText, creation.Syntax, text);

        return text.Build(LocationOfType(creation.Syntax));
    }

    /// <summary>
    /// A setting on a builder that comes from elsewhere: what else it holds is not known. Null when <see cref="Trace(IObjectCreationOperation)"/>
    /// of the builder's creation covers it.
    /// </summary>
    public TracedText? Trace(BuilderSetting setting)
    {
        if (BuilderVariable.IsCovered(setting, sinks))
            return null;

        var text = new TracedTextBuilder();
        text.AddHole(Hole.AnyText, setting.Syntax);
        Append(setting, text);
        return text.Build(setting.Syntax.GetLocation());
    }

    private void Append(BuilderSetting setting, TracedTextBuilder text)
    {
        var value = strings.Trace(setting.Value).Text.Replace(Hole.AnyText, Hole.Scalar);
        Append($"{setting.Keyword}={ConnectionStringEditor.Quote(value)}", setting.Syntax, text);
    }

    private static void Append(string entry, SyntaxNode source, TracedTextBuilder text) => text.Add(text.IsEmpty ? entry : ";" + entry, source);

    private static void AppendAll(TracedText traced, TracedTextBuilder text)
    {
        foreach (var piece in traced.Pieces)
            text.Add(piece, traced.Text);
    }

    /// <summary><c>new NpgsqlConnectionStringBuilder</c>, without the arguments and the initializer, which may be long.</summary>
    private static Location LocationOfType(SyntaxNode creation) => creation is ObjectCreationExpressionSyntax { Type: var type }
        ? Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, type.Span.End))
        : creation.GetFirstToken().GetLocation();
}
