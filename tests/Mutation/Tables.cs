// What Stryker cannot do: takes each text out of the static tables, one at a time, and runs the tests of pure functions. A table is filled once
// in a process, so each of these mutants has a process of its own.
//   dotnet run tests/Mutation/Tables.cs
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

const string Variable = "AADPG_MUTANT";
string[] tables =
[
    "ConnectionStrings/Keyword.Table.cs", "ConnectionStrings/LibpqText.Table.cs", "ConnectionStrings/PostgresUri.cs", "ConnectionStrings/DevExpressConnectionString.cs",
    "Rules/AzureServer.cs", "Rules/ForeignKeyword.cs", "Rules/Placeholder.Table.cs", "Rules/UserNameCorrection.cs",
];
string[] copied = ["src/AadPg.Analyzers", "tests/AadPg.Analyzers.Tests", "tests/Shared", "tests/Mutation/Analyzers"];

var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));
var copy = Directory.CreateTempSubdirectory("aadpg-tables-").FullName;
try
{
    foreach (var file in Files())
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
        File.Copy(Path.Combine(repository, file), Path.Combine(copy, file));
    }

    var mutants = new List<(string Table, string Text)>();
    foreach (var table in tables)
    {
        var path = Path.Combine(copy, "src/AadPg.Analyzers", table);
        File.WriteAllText(path, StaticTable().Replace(File.ReadAllText(path), field => Text().Replace(field.Value, text =>
        {
            mutants.Add((table, text.Value));
            return string.Create(CultureInfo.InvariantCulture, $"global::AadPg.Mutant.Text({mutants.Count - 1}, {text.Value})");
        })));
    }

    File.WriteAllText(Path.Combine(copy, "src/AadPg.Analyzers/Mutant.cs"), $$"""
        namespace AadPg;

        internal static class Mutant
        {
            private static readonly string s_number = System.Environment.GetEnvironmentVariable("{{Variable}}");

            public static string Text(int number, string text) => s_number == number.ToString() ? "" : text;
        }
        """);
    var (built, output) = Run(["build", "tests/Mutation/Analyzers", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false"], mutant: -1);
    if (built != 0)
    {
        Console.Error.WriteLine(output);
        return 2;
    }

    if (Test(-1) != 0)
    {
        Console.Error.WriteLine("The tests fail without any mutant.");
        return 2;
    }

    var survivors = Enumerable.Range(0, mutants.Count).AsParallel().AsOrdered().Where(mutant => Test(mutant) == 0).ToList();
    foreach (var table in tables)
    {
        var all = mutants.Count(mutant => mutant.Table == table);
        var killed = all - survivors.Count(survivor => mutants[survivor].Table == table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table}: {killed} of {all} killed"));
    }

    survivors.ForEach(survivor => Console.WriteLine($"survives: {mutants[survivor].Text} in {mutants[survivor].Table}"));
    return survivors.Count == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

IEnumerable<string> Files() => copied
    .SelectMany(folder => Directory.GetFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories))
    .Concat(Directory.GetFiles(repository, "Directory.*.props"))
    .Append(Path.Combine(repository, "src/Directory.Build.props"))
    .Append(Path.Combine(repository, "tests/Directory.Build.props"))
    .Append(Path.Combine(repository, "global.json"))
    .Select(file => Path.GetRelativePath(repository, file))
    .Where(file => !file.Contains("StrykerOutput", StringComparison.Ordinal) && File.Exists(Path.Combine(repository, file)));

int Test(int mutant) => Run(["artifacts/bin/Analyzers.Tests/debug/AadPg.Analyzers.Tests.dll", "-stopOnFail", "-noColor"], mutant).ExitCode;

(int ExitCode, string Output) Run(string[] arguments, int mutant)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = copy, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment[Variable] = mutant.ToString(CultureInfo.InvariantCulture);
    using var process = Process.Start(start)!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output + error.GetAwaiter().GetResult());
}

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed partial class Program
{
    /// <summary>The value of a static field, up to the end of its statement.</summary>
    [GeneratedRegex(@"static readonly [^=;]*=(?<value>.*?);\r?\n", RegexOptions.Singleline)]
    private static partial Regex StaticTable();

    [GeneratedRegex(@"(?<!\$)@?""(?:[^""\\]|\\.)+""")]
    private static partial Regex Text();
}
