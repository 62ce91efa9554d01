using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Benchmarks;

/// <summary>A project with many targets of one generator, each in a file of its own as people have them, and one file that has nothing to do with it.</summary>
internal sealed class ManyTargets(IIncrementalGenerator generator, Func<int, string> source)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Preview);

    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Shop",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private int _edits;

    /// <summary>Connection factories.</summary>
    public static ManyTargets Factories() => Factories(new Generators.AadConnectionFactoryGenerator());

    /// <summary>The same, for another generator.</summary>
    public static ManyTargets Factories(IIncrementalGenerator generator) => new(generator, Factory);

    /// <summary>The same, for a generator that asks for them and has as many files of the same names, all empty: what the compiler itself takes.</summary>
    public static ManyTargets Untouched() => Factories(new IdleGenerator());

    /// <summary>Log methods, for .NET's generator.</summary>
    public static ManyTargets LogMethods() => new(Load("Microsoft.Extensions.Logging.Generators", "Microsoft.Extensions.Logging.Generators.LoggerMessageGenerator"), static number => $$"""
        namespace Shop.Area{{number % 10}};

        public static partial class Log{{number}}
        {
            [Microsoft.Extensions.Logging.LoggerMessage(EventId = {{number}}, Level = Microsoft.Extensions.Logging.LogLevel.Information, Message = "Hello {name}")]
            public static partial void Hello(Microsoft.Extensions.Logging.ILogger logger, string name);
        }
        """);

    /// <summary>Serializer contexts of one type each, for .NET's generator.</summary>
    public static ManyTargets JsonContexts() => new(Load("System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator"), static number => $$"""
        namespace Shop.Area{{number % 10}};

        public sealed record Order{{number}}(string Name);

        [System.Text.Json.Serialization.JsonSerializable(typeof(Order{{number}}))]
        public partial class Context{{number}} : System.Text.Json.Serialization.JsonSerializerContext;
        """);

    /// <summary>A project that no generator has seen: nothing can be remembered of its files.</summary>
    public CSharpCompilation Project(int count) => s_empty.AddSyntaxTrees(Enumerable.Range(0, count)
        .Select(number => CSharpSyntaxTree.ParseText(source(number), s_options, $"Target{number}.cs"))
        .Append(Other()));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_options);

    /// <summary>The project after an edit of the file that has nothing to do with the targets.</summary>
    public CSharpCompilation Edit(CSharpCompilation project) => project.ReplaceSyntaxTree(project.SyntaxTrees[^1], Other());

    private SyntaxTree Other() => CSharpSyntaxTree.ParseText($"class Other {{ int Answer => {_edits++}; }}", s_options, "Other.cs");

    private static string Factory(int number) => $"""
        namespace Shop.Area{number % 10};

        [AadPg.AadConnectionFactory("Db{number}", Host = "shop{number}.postgres.database.azure.com", Database = "shop", Username = "api")]
        public sealed partial class Db{number};
        """;

    /// <summary>A generator that this project is itself built with; the build writes down where it is.</summary>
    private static IIncrementalGenerator Load(string assembly, string type)
    {
        var path = typeof(ManyTargets).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == assembly).Value!;
        return (IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetType(type, throwOnError: true)!)!;
    }

    private sealed class IdleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName("AadPg.AadConnectionFactoryAttribute", static (_, _) => true, static (target, _) => target.TargetSymbol.Name);
            context.RegisterSourceOutput(names, static (output, name) => output.AddSource($"Shop.Area{name[^1]}.{name}.g.cs", ""));
            context.RegisterSourceOutput(names, static (output, name) => output.AddSource($"Microsoft.Extensions.DependencyInjection.{name}ServiceCollectionExtensions.g.cs", ""));
        }
    }
}
