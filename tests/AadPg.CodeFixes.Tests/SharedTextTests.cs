using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary>A connection string that a constant, field or variable holds is fixed where it is written, with all its uses.</summary>
public class SharedTextTests
{
    [Fact]
    public Task Constant_IsEditedAndEveryUseConverted() => Verify(
        """
        class C
        {
            private const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";

            /// <summary>Connects to <see cref="Text"/>.</summary>
            NpgsqlConnection One() => new(Text);
            NpgsqlDataSource Two() => NpgsqlDataSource.Create((C.Text));
            void Three(DbContextOptionsBuilder options) => options.UseNpgsql(Text);
            string Name() => nameof(Text);
        }
        """,
        """
        class C
        {
            private const string Text = "Host=db.example.com;SSL Mode=Require";

            /// <summary>Connects to <see cref="Text"/>.</summary>
            NpgsqlConnection One() => AadNpgsqlDataSource.Shared(Text).CreateConnection();
            NpgsqlDataSource Two() => new NpgsqlDataSourceBuilder((C.Text)).UseAadAuthentication().Build();
            void Three(DbContextOptionsBuilder options) => options.UseNpgsql(AadNpgsqlDataSource.Shared(Text));
            string Name() => nameof(Text);
        }
        """);

    [Fact]
    public Task ReadOnlyFieldSetFromConstant_IsFollowed() => Verify(
        """
        class C
        {
            private const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            private static readonly string s_text = Text;
            private readonly NpgsqlDataSource _one = NpgsqlDataSource.Create(s_text);
            private readonly NpgsqlDataSource _two = NpgsqlDataSource.Create(Text);
        }
        """,
        """
        class C
        {
            private const string Text = "Host=db.example.com;SSL Mode=Require";
            private static readonly string s_text = Text;
            private readonly NpgsqlDataSource _one = new NpgsqlDataSourceBuilder(s_text).UseAadAuthentication().Build();
            private readonly NpgsqlDataSource _two = new NpgsqlDataSourceBuilder(Text).UseAadAuthentication().Build();
        }
        """);

    [Fact]
    public Task Variable_IsEditedWhereItIsSet() => Verify(
        """
        class C
        {
            void M()
            {
                var text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
                using var one = new NpgsqlConnection(text);
                using var two = new NpgsqlConnection(text!);
            }
        }
        """,
        """
        class C
        {
            void M()
            {
                var text = "Host=db.example.com;SSL Mode=Require";
                using var one = AadNpgsqlDataSource.Shared(text).CreateConnection();
                using var two = AadNpgsqlDataSource.Shared(text!).CreateConnection();
            }
        }
        """);

    [Fact]
    public Task ConstantOfAnotherFile_ChangesBothFiles() => FixTest<UseAadAuthenticationCodeFix>.Of(
        [
            """
            using Npgsql;

            class C
            {
                NpgsqlConnection Open() => new(Settings.Text);
            }
            """,
            """
            static class Settings
            {
                public const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"; // production
            }
            """,
        ],
        [
            """
            using AadPg;
            using Npgsql;

            class C
            {
                NpgsqlConnection Open() => AadNpgsqlDataSource.Shared(Settings.Text).CreateConnection();
            }
            """,
            """
            static class Settings
            {
                public const string Text = "Host=db.example.com;SSL Mode=Require"; // production
            }
            """,
        ]).RunAsync();

    [Fact]
    public async Task ConstantOfAnotherProject_ChangesBothProjects()
    {
        var solution = FixRunner.Create(Usings + "class C { NpgsqlConnection Open() => new(Settings.Text); }");
        var settings = "public static class Settings { public const string Text = \"Host=db.example.com;Username=u;Password=hunter2\"; }";
        solution = FixRunner.AddReferencedProject(solution, settings);

        solution = await FixRunner.FixAllAsync(solution, new UseAadAuthenticationCodeFix());

        Assert.Equal(
            [
                Usings + "class C { NpgsqlConnection Open() => AadNpgsqlDataSource.Shared(Settings.Text).CreateConnection(); }",
                "public static class Settings { public const string Text = \"Host=db.example.com;Username=u\"; }",
            ],
            await FixRunner.TextsAsync(solution));
    }

    /// <summary>The larger text has the password from the constant, and no other.</summary>
    [Theory]
    [InlineData("NpgsqlDataSource.Create($\"{Text};Database=d\")", "new NpgsqlDataSourceBuilder($\"{Text};Database=d\").UseAadAuthentication().Build()")]
    [InlineData("NpgsqlDataSource.Create(Text + \";Database=\" + nameof(C) + \"_tests\")", "new NpgsqlDataSourceBuilder(Text + \";Database=\" + nameof(C) + \"_tests\").UseAadAuthentication().Build()")]
    [InlineData("new NpgsqlConnection($\"Application Name=x;{Text}\")", "AadNpgsqlDataSource.Shared($\"Application Name=x;{Text}\").CreateConnection()")]
    public Task ConstantInALargerText_IsFollowedThere(string before, string after) => Verify(
        $$"""
        class C
        {
            const string Text = "Host=db.example.com;Username=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            NpgsqlConnection One() => new(Text);
            object Two() => {{before}};
        }
        """,
        $$"""
        class C
        {
            const string Text = "Host=db.example.com;Username=u;SSL Mode=Require";
            NpgsqlConnection One() => AadNpgsqlDataSource.Shared(Text).CreateConnection();
            object Two() => {{after}};
        }
        """);

    /// <summary>Whichever of the uses the finding is reported for.</summary>
    [Fact]
    public Task ConstantInALargerTextAlone_IsFoundThere() => Verify(
        """
        class C
        {
            const string Text = "Host=db.example.com;Username=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            NpgsqlDataSource One() => NpgsqlDataSource.Create($"{Text};Database=d");
            NpgsqlDataSource Two() => NpgsqlDataSource.Create("Application Name=x;" + C.Text);
        }
        """,
        """
        class C
        {
            const string Text = "Host=db.example.com;Username=u;SSL Mode=Require";
            NpgsqlDataSource One() => new NpgsqlDataSourceBuilder($"{Text};Database=d").UseAadAuthentication().Build();
            NpgsqlDataSource Two() => new NpgsqlDataSourceBuilder("Application Name=x;" + C.Text).UseAadAuthentication().Build();
        }
        """);

    /// <summary>What is shown to people is shown without the password.</summary>
    [Theory]
    [InlineData("void Log() => Console.WriteLine(Text);")]
    [InlineData("void Log() => Console.Error.WriteLine($\"Connecting to {Text} …\");")]
    [InlineData("Exception Log() => new InvalidOperationException(\"No connection: \" + Text);")]
    public Task LoggedText_StaysInTheLog(string member) => Verify(
        $$"""
        class C
        {
            const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            NpgsqlConnection One() => new(Text);
            {{member}}
        }
        """,
        $$"""
        class C
        {
            const string Text = "Host=db.example.com;SSL Mode=Require";
            NpgsqlConnection One() => AadNpgsqlDataSource.Shared(Text).CreateConnection();
            {{member}}
        }
        """);

    [Theory]
    [InlineData("#if OTHER\n    NpgsqlConnection Two() => new(Text);\n#endif", false)]
    [InlineData("#if OTHER\n    NpgsqlConnection Two() => new(OtherText);\n#endif", true)]
    public Task UseInInactiveCode_IsOneThatNobodySees(string member, bool hasFix)
    {
        var before = "class C\n{\n    const string Text = \"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\";\n    NpgsqlConnection One() => new(Text);\n" + member + "\n}";
        var after = before.Replace("{|AADPG0001:Password=hunter2|};", "", StringComparison.Ordinal).Replace("new(Text);\n#if", "AadNpgsqlDataSource.Shared(Text).CreateConnection();\n#if", StringComparison.Ordinal);
        return Verify(before, hasFix ? after : before);
    }

    [Theory]
    [InlineData("string More() => Text + \";Database=d\";")]
    [InlineData("string More() => $\"{Text};Database=d\";")]
    [InlineData("NpgsqlDataSource More() => NpgsqlDataSource.Create($\"{Text};{More()}\");")]
    [InlineData("NpgsqlDataSource More() => NpgsqlDataSource.Create(Text + \";Passfile=x\");")]
    [InlineData("NpgsqlDataSource More() => NpgsqlDataSource.Create(Text + \";{|AADPG0002:SSL Mode=Disable|}\");")]
    [InlineData("NpgsqlDataSource More() => NpgsqlDataSource.Create(Text + \";{|AADPG0001:Password=hunter3|}\");")]
    [InlineData("int Log() { Console.WriteLine(Text); return Text.Length; }")]
    [InlineData("NpgsqlConnectionStringBuilder Builder() => new(Text);")]
    [InlineData("void Two(NpgsqlConnection connection) => connection.ConnectionString = Text;")]
    [InlineData("void Two(string text = Text) { }")]
    [InlineData("[Obsolete(Text)] void Two() { }")]
    public Task UseThatCannotBeConverted_HasNoFix(string member)
    {
        var source = $$"""
            class C
            {
                const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
                NpgsqlConnection One() => new(Text);
                {{member}}
            }
            """;

        return Verify(source, source);
    }

    /// <summary>What a derived type gives in its place may have a password, which the data source would refuse.</summary>
    [Theory]
    [InlineData("protected virtual string Text => ")]
    [InlineData("public override string ToString() => ")]
    public Task MemberThatAnotherTypeMayOverride_HasNoFix(string member)
    {
        var source = $$"""
            class C
            {
                {{member}}"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
                NpgsqlConnection One() => new({{(member.Contains("Text", StringComparison.Ordinal) ? "Text" : "ToString()")}});
            }
            """;

        return Verify(source, source);
    }

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Usings + before, Usings + after).RunAsync();
}
