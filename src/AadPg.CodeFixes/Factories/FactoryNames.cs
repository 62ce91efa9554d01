using System.Runtime.CompilerServices;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Factories;

/// <summary>
/// The names of all the factories that a project's connection strings can become, in the order of the source. What is a factory already keeps
/// its name, the others share the names that are left: so each gets the same one, whichever string is fixed first.
/// </summary>
internal sealed class FactoryNames
{
    private static readonly ConditionalWeakTable<Project, FactoryNames> s_byProject = new();

    private readonly Dictionary<(string Folder, string File), string> _names = [];

    /// <summary>Those of <paramref name="project"/>, which never changes; kept for as long as it is.</summary>
    public static async Task<FactoryNames> InAsync(Project project, CancellationToken cancellationToken)
    {
        if (s_byProject.TryGetValue(project, out var known))
            return known;

        var names = new FactoryNames();
        await names.AddAsync(await CandidatesAsync(project, cancellationToken).ConfigureAwait(false), project, cancellationToken).ConfigureAwait(false);
        return s_byProject.GetValue(project, _ => names);
    }

    /// <summary>The name of the candidate's factory; null for a string that is no finding.</summary>
    public string? Of(FactoryCandidate candidate) => _names.TryGetValue(KeyOf(candidate), out var name) ? name : null;

    /// <summary>Whether the factory's file is there, beside <paramref name="neighbour"/>, from another fix.</summary>
    public static bool HasFile(Document neighbour, string name) => Beside(neighbour).Any(document => document.Name == name + ".cs");

    private async Task AddAsync(IEnumerable<FactoryCandidate> candidates, Project project, CancellationToken cancellationToken)
    {
        var factories = candidates.GroupBy(KeyOf).ToList();
        foreach (var factory in factories)
        {
            if (await ExistingNameAsync(factory.First(), cancellationToken).ConfigureAwait(false) is { } existing)
                _names.Add(factory.Key, existing);
        }

        var taken = new HashSet<string>(project.Documents.Select(document => Path.GetFileNameWithoutExtension(document.Name)), StringComparer.OrdinalIgnoreCase);
        foreach (var factory in factories.Where(factory => !_names.ContainsKey(factory.Key)))
        {
            var name = NumberedNames.Of(factory.First().BaseName).First(name => !taken.Contains(name) && factory.All(candidate => IsFree(name, candidate.Site)));
            taken.Add(name);
            _names.Add(factory.Key, name);
        }
    }

    /// <summary>Factories that would be the same but for their names.</summary>
    private static (string Folder, string File) KeyOf(FactoryCandidate candidate) => (string.Join("/", candidate.Site.Document.Folders), candidate.Write(candidate.BaseName));

    private static async Task<string?> ExistingNameAsync(FactoryCandidate candidate, CancellationToken cancellationToken)
    {
        foreach (var document in Beside(candidate.Site.Document))
        {
            var name = Path.GetFileNameWithoutExtension(document.Name);
            if (name.StartsWith(candidate.BaseName, StringComparison.Ordinal) && (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString() == candidate.Write(name))
                return name;
        }

        return null;
    }

    private static IEnumerable<Document> Beside(Document neighbour) => neighbour.Project.Documents.Where(document => document.Folders.SequenceEqual(neighbour.Folders));

    /// <summary>Nothing of that name is seen from the sink, and no type of the project has it: the generator names what registers the factory after it.</summary>
    private static bool IsFree(string name, SinkSite site) =>
        site.Model.LookupSymbols(site.Operation.Syntax.SpanStart, name: name).IsEmpty
        && !site.Compilation.ContainsSymbolsWithName(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Type);

    private static async Task<List<FactoryCandidate>> CandidatesAsync(Project project, CancellationToken cancellationToken)
    {
        var candidates = new List<FactoryCandidate>();
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation || SinkTracer.For(compilation, acrossProjects: true) is not { } tracer)
            return candidates;

        foreach (var document in project.Documents.OrderBy(document => document.FilePath ?? document.Name, StringComparer.Ordinal))
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var hasSink = root?.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => SinkFinder.IsWord(name.Identifier.ValueText)) == true;
            foreach (var node in hasSink ? root!.DescendantNodes().Where(node => MayBeSink(node, tracer)) : [])
            {
                if (await SinkSite.FindAsync(new SinkLocation(document.Id, node.Span), project.Solution, cancellationToken).ConfigureAwait(false) is { } site && IsFinding(site) && FactoryCandidate.Find(site) is { } candidate)
                    candidates.Add(candidate);
            }
        }

        return candidates;
    }

    private static bool MayBeSink(SyntaxNode node, SinkTracer tracer) => node switch
    {
        ImplicitObjectCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax { Type: var type } => IsWord(type, tracer),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var method } } => IsWord(method, tracer),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax method } => IsWord(method, tracer),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name: var property } } => IsWord(property, tracer),
        AssignmentExpressionSyntax { Left: SimpleNameSyntax property } => IsWord(property, tracer),
        _ => false,
    };

    private static bool IsWord(TypeSyntax name, SinkTracer tracer) => name switch
    {
        SimpleNameSyntax simple => SinkFinder.IsWord(simple.Identifier.ValueText),
        QualifiedNameSyntax qualified => SinkFinder.IsWord(qualified.Right.Identifier.ValueText),
        AliasQualifiedNameSyntax alias => SinkFinder.IsWord(alias.Name.Identifier.ValueText),
        _ => false,
    };

    private static bool IsFinding(SinkSite site) => StaticPasswordRule.Check(ParsedConnectionString.Parse(site.Text.Text), site.Settings) is not null;
}
