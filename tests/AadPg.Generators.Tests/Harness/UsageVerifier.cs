using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Tests.Harness;

/// <summary>Compares the usage diagnostics of a source with the spans marked in it: <c>{|AADPG0101:OrdersDb|}</c>.</summary>
internal static class UsageVerifier
{
    /// <summary>
    /// The marked diagnostics and no others are reported, and factories are generated exactly when none of them is an error.
    /// </summary>
    public static async Task<FactoryBuild> VerifyAsync(string markedSource, params (string Name, string Text)[] settingsFiles)
    {
        TestFileMarkupParser.GetSpans(markedSource, out var source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        var marked = spans.SelectMany(static named => named.Value.Select(span => (named.Key, span)));

        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(source), settingsFiles);

        var reported = build.Usage.Select(static problem => (problem.Id, problem.Location.SourceSpan));
        Assert.Equal(marked.Order(), reported.Order());
        Assert.Equal(build.Usage.Any(static problem => problem.Severity is DiagnosticSeverity.Error), build.Generated.IsEmpty);
        build.AssertGeneratedFilesClean();
        Assert.All(build.Usage, static problem => Assert.DoesNotContain("hunter2", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return build;
    }

    /// <summary>As the other, and the one diagnostic says this.</summary>
    public static async Task VerifyAsync(string markedSource, string message, params (string Name, string Text)[] settingsFiles)
    {
        var build = await VerifyAsync(markedSource, settingsFiles);
        Assert.Equal(message, Assert.Single(build.Usage).GetMessage(CultureInfo.InvariantCulture));
    }
}
