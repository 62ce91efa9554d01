namespace AadPg.CodeFixes.Tests;

/// <summary>Frames for test sources.</summary>
internal static class Sources
{
    /// <summary>All that a fix could ask for, so that a test without interest in them sees no change in the usings.</summary>
    public const string Usings = """
        using System;
        using AadPg;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        """;

    /// <summary>Statements in a method with the parameters <c>text</c>, <c>number</c>, <c>services</c> and <c>options</c>.</summary>
    public static string Statements(string statements) => $$"""
        {{Usings}}
        class C
        {
            void M(string text, int number, IServiceCollection services, DbContextOptionsBuilder options)
            {
                {{statements}}
            }
        }
        """;
}
