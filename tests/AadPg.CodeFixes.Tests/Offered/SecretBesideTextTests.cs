using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>The word that is the password also stands beside it: whatever is done, it is written nowhere that it was not.</summary>
public class SecretBesideTextTests
{
    private const string Server = "Host=shop.postgres.database.azure.com;Database=shop;Username=u";

    [Theory]
    [InlineData($"_ = new NpgsqlConnection(\"{Server};Password=hunter2\"); // hunter2 is the password")]
    [InlineData($"_ = new NpgsqlConnection(/* hunter2 */ \"{Server};Password=hunter2\" /* hunter2 */);")]
    [InlineData($"_ = new NpgsqlConnection(\"{Server}\" + // until hunter2 is gone\n    \";Password=hunter2\");")]
    [InlineData($"const string hunter2 = \"{Server};Password=hunter2\"; _ = new NpgsqlConnection(hunter2);")]
    [InlineData($"_ = new NpgsqlConnection(\"{Server};Password=hunter2;Application Name=hunter2-shop\");")]
    [InlineData($"_ = new NpgsqlConnection(\"{Server};Password=hunter2;Options=-c app.key=hunter2\");")]
    [InlineData("_ = new NpgsqlConnection(\"Host=shop.postgres.database.azure.com;Database=hunter2;Username=u;Password=hunter2\");")]
    [InlineData("_ = new NpgsqlConnection(\"Host=hunter2.postgres.database.azure.com;Username=u;Password=hunter2\");")]
    [InlineData("_ = new NpgsqlConnection(\"Host=shop.postgres.database.azure.com;Username=hunter2@shop;Password=hunter2\");")]
    [InlineData($"_ = new NpgsqlConnection(\"{Server};Password=hunter2;Application Name=a\\\"b\");")]
    [InlineData($"_ = new NpgsqlConnection($\"{Server};Port={{5432:hunter2}};Password=hunter2;SSL Mode=Prefer\");")]
    [InlineData($"_ = new NpgsqlConnection($\"{Server};Application Name={{nameof(text)}}-hunter2;Password=hunter2\");")]
    [InlineData($"_ = new NpgsqlConnection($\"Host={{text}};Database=hunter2;Username=u;Password=hunter2\");")]
    [InlineData($"_ = new NpgsqlConnection(\"{Server};Passwort=hunter2\");")]
    [InlineData("_ = new NpgsqlConnection(\"postgres://u:hunter2@shop.postgres.database.azure.com/hunter2?sslmode=require\");")]
    [InlineData("_ = new NpgsqlConnection(\"host=shop.postgres.database.azure.com user=u password=hunter2 application_name=hunter2\");")]
    [InlineData($"services.AddNpgsqlDataSource(\"{Server};Password=hunter2\", b => b.Name = \"hunter2\", serviceKey: \"hunter2\");")]
    [InlineData($"options.UseNpgsql(\"{Server};Password=hunter2\", o => o.MigrationsHistoryTable(\"hunter2\"));")]
    [InlineData($"_ = new NpgsqlConnectionStringBuilder(\"{Server}\") {{ Password = \"hunter2\" /* hunter2 */, ApplicationName = \"hunter2\" }}.ConnectionString;")]
    [InlineData("#region hunter2\n_ = new NpgsqlConnectionStringBuilder { Host = \"shop.postgres.database.azure.com\", Username = \"u\", [\"Password\"] = \"hunter2\" }.ToString();\n#endregion")]
    [InlineData("Environment.SetEnvironmentVariable(\"PGPASSWORD\", \"hunter2\" /* hunter2 */); // hunter2")]
    public async Task NoAction_WritesIt(string statement)
    {
        var solution = EveryFix.Create(["using System;\n" + Sources.Statements(statement)]);
        var findings = await EveryFix.FindingsAsync(solution);
        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            foreach (var action in await EveryFix.ActionsAsync(solution, finding))
            {
                Assert.DoesNotContain("hunter2", action.Title + action.EquivalenceKey, StringComparison.Ordinal);
                var problems = await KeptWords.ProblemsAsync(solution, await FixRunner.ApplyAsync(action));
                Assert.True(!problems.Any(), $"{action.Title}: {string.Join(", ", problems)}");
            }
        }
    }

    /// <summary>Were the check of no use, every other test of it would pass.</summary>
    [Theory]
    [InlineData("// hunter2", true)]
    [InlineData("// gone", false)]
    public async Task Check_SeesAWordThatIsWrittenElsewhereInTheFile(string written, bool isMoved)
    {
        const string Source = "class C { string text = \"Password=hunter2\"; } // hunter2\n";
        var solution = FixRunner.Create(Source);
        var document = solution.Projects.Single().Documents.Single();
        var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
        var changed = text.WithChanges(
            new TextChange(new TextSpan(Source.IndexOf("Password", StringComparison.Ordinal), "Password=hunter2".Length), ""),
            new TextChange(new TextSpan(Source.Length, 0), written));

        Assert.Equal(isMoved, (await KeptWords.ProblemsAsync(solution, solution.WithDocumentText(document.Id, changed))).Any());
    }
}
