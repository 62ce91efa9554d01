using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AadPg.CodeFixes.Tests.Sinks;

/// <summary>The uses that are found for all holders at once are those that Roslyn's own search finds for each by itself.</summary>
public class HolderUsesTests
{
    private const string Settings = """
        namespace Shop;

        public interface ISettings { string Orders { get; } string Read(); }

        public class Settings : ISettings
        {
            public const string Text = "a";
            private const string Hidden = Text + "b";
            public static string s_field = Hidden, @class = "c";
            public string Orders => Text;
            string ISettings.Read() => Orders + this.Orders + nameof(Orders);
            public virtual string Virtual { get; set; } = Hidden;
            public static string Method(string text = Text) => text;
            public T Generic<T>(T value) => value;
        }

        public partial class Parts { private string _part = Settings.Text; static partial string Half(); }

        public record Row(string Text, string Other) { public string Both => Text + Other; }

        public class Primary(string text) { public string Read() => text; }
        """;

    private const string Uses = """
        using static Shop.Settings;
        using Alias = Shop.Settings;

        namespace Shop
        {
            public class Derived : Settings
            {
                public override string Virtual { get => base.Virtual + Text; set { } }
                public string This => Virtual;
            }

            public partial class Parts { string Part() => _part + Half() + Text; static partial string Half() => Method(text: @class); }

            /// <summary><see cref="Settings.Text"/> Text</summary>
            [System.Obsolete(Settings.Text)]
            public class Uses
            {
                string Text = Alias.Text; // Text
                string M(ISettings settings, Settings other, Row row)
                {
                    var local = (Settings.Text)!;
                    string Function() => local + Text;
                    var made = new Settings { Virtual = local };
                    var copy = row with { Text = Text };
                    var (one, two) = (settings.Orders, other.Orders);
                    _ = row is { Text: "Text", Other: Settings.Text };
                    _ = new { other.Virtual, settings?.Orders };
                    return settings.Read() + Function() + other.Generic(s_field) + Settings.Method + made?.Virtual + one + two + copy.Text + "Text" + nameof(Settings.Text);
                }
            }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uses_AreThoseOfRoslyn()
    {
        var solution = FixRunner.AddReferencedProject(FixRunner.Create(Uses, Uses.Replace("Uses\n", "Again\n", StringComparison.Ordinal).Replace("class Derived", "class Later", StringComparison.Ordinal).Replace("partial", "sealed", StringComparison.Ordinal)), Settings);
        var symbols = await SymbolsAsync(solution);

        Assert.True(symbols.Count > 40);
        Assert.True((await Task.WhenAll(symbols.Select(symbol => FoundAsync(symbol, solution)))).Sum(uses => uses.Count) > 60);
        foreach (var symbol in symbols)
        {
            var expected = await RoslynsAsync(symbol, solution);
            var found = await FoundAsync(symbol, solution);
            Assert.True(expected.SequenceEqual(found), $"{symbol}\n{string.Join('\n', expected)}\n-- but found --\n{string.Join('\n', found)}");
        }
    }

    [Fact]
    public async Task FileOfTwoProjects_IsUsedInBoth()
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var name in new[] { "net8.0", "net10.0" })
        {
            var project = ProjectId.CreateNewId();
            solution = solution
                .AddProject(project, name, name, LanguageNames.CSharp)
                .AddDocument(DocumentId.CreateNewId(project), "C.cs", "class C { const string Text = \"a\"; string M() => Text; }", filePath: "/C.cs")
                .AddDocument(DocumentId.CreateNewId(project), name + ".cs", $"class D {{ internal const string Other = \"a\"; string M() => Other; }}", filePath: $"/{name}.cs");
        }

        var symbols = await SymbolsAsync(solution);

        Assert.All(symbols.Where(symbol => symbol.Name == "Text"), symbol => Assert.Equal(2, FoundAsync(symbol, solution).Result.Count));
        Assert.All(symbols.Where(symbol => symbol.Name == "Other"), symbol => Assert.Single(FoundAsync(symbol, solution).Result));
    }

    [Fact]
    public async Task LongFile_HasItsWordsWhereverTheyStand()
    {
        // The text is read in parts; most of it are long names, so that some lie across two of them.
        var names = Enumerable.Range(0, 1000).Select(number => $"{new string('T', 80)}{number}").ToList();
        var solution = FixRunner.Create(
            string.Concat(names.Select((name, number) => $"class C{number} {{ string M() => D.{name}; }}\n")),
            $"class D {{ {string.Concat(names.Select(name => $"public const string {name} = \"a\";"))} }}");

        foreach (var symbol in (await SymbolsAsync(solution)).OfType<IFieldSymbol>())
            Assert.Single(await FoundAsync(symbol, solution));
    }

    private static async Task<List<ISymbol>> SymbolsAsync(Solution solution)
    {
        var symbols = new List<ISymbol>();
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var model = (await document.GetSemanticModelAsync(Cancellation))!;
            var declarations = (await document.GetSyntaxRootAsync(Cancellation))!.DescendantNodes().Where(node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax or ParameterSyntax or SingleVariableDesignationSyntax);

            // A member of an interface holds no text.
            symbols.AddRange(declarations.Select(declaration => model.GetDeclaredSymbol(declaration, Cancellation)).OfType<ISymbol>().Where(symbol => symbol.ContainingType.TypeKind != TypeKind.Interface));
        }

        return symbols;
    }

    private static async Task<List<string>> FoundAsync(ISymbol symbol, Solution solution) =>
        Places(await HolderUse.FindAllAsync(symbol, solution, Cancellation));

    private static async Task<List<string>> RoslynsAsync(ISymbol symbol, Solution solution)
    {
        var uses = new List<HolderUse>();
        foreach (var location in (await SymbolFinder.FindReferencesAsync(symbol, solution, Cancellation)).SelectMany(reference => reference.Locations).Where(location => !location.IsImplicit))
        {
            var root = (await location.Document.GetSyntaxRootAsync(Cancellation))!;
            if (root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true) is SimpleNameSyntax name && HolderUse.At(name, location.Document) is { } use)
                uses.Add(use);
        }

        return Places(uses);
    }

    private static List<string> Places(IEnumerable<HolderUse> uses) =>
        [.. uses.Select(use => $"{use.Document.Project.Name}/{use.Document.Name}{use.Expression.Span}: {use.Expression.Parent}").Distinct().Order(StringComparer.Ordinal)];
}
