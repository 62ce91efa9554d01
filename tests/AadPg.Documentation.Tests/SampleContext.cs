using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Documentation.Tests;

/// <summary>Makes a file that compiles of a sample, with what readers know without being told: the usings, and what a name stands for.</summary>
internal static class SampleContext
{
    /// <summary>What the usual names stand for; the first line whose text is in the sample counts.</summary>
    private static readonly (string Name, string Text, string Type)[] s_names =
    [
        ("builder", "builder.Services", "WebApplicationBuilder"),
        ("builder", "builder.Configuration", "WebApplicationBuilder"),
        ("builder", "", "NpgsqlDataSourceBuilder"),
        ("app", "", "WebApplication"),
        ("services", "", "IServiceCollection"),
        ("options", "", "DbContextOptionsBuilder"),
        ("configuration", "", "IConfiguration"),
        ("credential", "", "TokenCredential"),
        ("context", "", "TokenRequestContext"),
        ("token", "", "AccessToken"),
        ("cancellationToken", "", "CancellationToken"),
        ("logger", "", "ILogger"),
        ("loggerFactory", "", "ILoggerFactory"),
        ("server", "", "AadPostgres"),
        ("identity", "", "AadPrincipal"),
        ("api", "", "AadPrincipal"),
        ("dataSource", "", "NpgsqlDataSource"),
        ("orders", "", "NpgsqlDataSource"),
        ("ordersDb", "", "OrdersDb"),
        ("connection", "", "NpgsqlConnection"),
        ("connectionString", "", "string"),
        ("host", "", "string"),
    ];

    /// <summary>The usings of an ASP.NET app, and those of the packages that a sample may use.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AadPg;
        global using AadPg.Testing;
        global using Azure.Core;
        global using Azure.Identity;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.EntityFrameworkCore.Design;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Npgsql;
        """;

    /// <summary>The sample as a file: usings, names, statements, types. Types of earlier samples of the page stay known.</summary>
    public static string Complete(Sample sample, IEnumerable<Sample> earlier)
    {
        var root = Parse(sample.Code);
        var known = root.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var types = earlier.Reverse()
            .SelectMany(candidate => Parse(candidate.Code).Members.OfType<BaseTypeDeclarationSyntax>())
            .Where(type => known.Add(type.Identifier.ValueText));
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        var names = statements.Count == 0 ? [] : UndeclaredNames(root).Select(name => Declare(name, sample.Code)).OfType<string>();

        return string.Join('\n', [
            root.Usings.ToFullString(),
            .. names,
            .. statements.Select(statement => statement.ToFullString()),
            .. root.Members.Where(member => member is not GlobalStatementSyntax).Select(member => member.ToFullString()),
            .. types.Select(type => type.ToFullString())]);
    }

    public static CompilationUnitSyntax Parse(string code) => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code).GetRoot();

    private static List<string> UndeclaredNames(CompilationUnitSyntax root)
    {
        var declared = root.DescendantNodes().Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            ParameterSyntax parameter when parameter.Parent?.Parent is not LambdaExpressionSyntax => parameter.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            _ => null,
        }).ToHashSet(StringComparer.Ordinal);
        return root.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).Distinct().Where(name => !declared.Contains(name)).ToList();
    }

    private static string? Declare(string name, string code)
    {
        var type = s_names.FirstOrDefault(entry => entry.Name == name && code.Contains(entry.Text, StringComparison.Ordinal)).Type;
        return type is null ? null : $"{type} {name} = default!;";
    }
}
