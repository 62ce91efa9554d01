using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>A text in code that is JSON: the settings file that a test or an installer writes, and that the app reads as any other.</summary>
internal static class EmbeddedJson
{
    /// <summary>A cheap look at one literal: whether it can begin an object with a name.</summary>
    public static bool MayBegin(string text)
    {
        foreach (var character in text)
        {
            if (character == '{')
                return text.IndexOf('"') >= 0 && text.IndexOf(':') >= 0;

            if (!char.IsWhiteSpace(character))
                return false;
        }

        return false;
    }

    /// <summary>The text, with a hole for each part of it that is not known, and what it says; null for other text, and for what a test expects.</summary>
    public static (TracedText Text, ConfigFile File)? Read(ILiteralOperation literal, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (LooseTextTracer.TextOf(literal) is not { } begin
            || !MayBegin(begin)
            || LooseTextTracer.WholeOf(literal) is not { } whole
            || LooseTextTracer.IsOfATest(whole))
        {
            return null;
        }

        var text = tracer.TraceConnectionString(whole, cancellationToken)[0];
        return (text, ConfigFile.Read(ConfigFileFormat.Json, text.Text));
    }
}
