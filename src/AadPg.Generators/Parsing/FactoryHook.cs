using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Reads how the user implements the partial method that configures the data source.</summary>
internal static class FactoryHook
{
    public const string Name = "ConfigureDataSource";
    public const string ParameterType = "global::Npgsql.NpgsqlDataSourceBuilder";

    public static HookSpec Read(INamedTypeSymbol type, UsageProblems problems, CancellationToken cancellationToken)
        => Read(type, Name, ParameterType, problems, cancellationToken) ?? HookSpec.Unimplemented;

    /// <summary>How the user implements a hook; <see langword="null"/> where nobody does.</summary>
    public static HookSpec? Read(INamedTypeSymbol type, string name, string parameterType, UsageProblems problems, CancellationToken cancellationToken)
    {
        HookSpec? hook = null;
        foreach (var written in type.GetMembers(name).Select(FindWritten).OfType<ISymbol>())
        {
            if (hook is null && written is IMethodSymbol method && ReadImplementation(method, parameterType, cancellationToken) is { } implementation)
                hook = implementation;
            else if (IsInTheWay(written, parameterType))
                problems.Report(UsageDescriptors.HookSignature, written.Locations[0], name, SignatureOf(name, parameterType));
        }

        return hook;
    }

    private static string SignatureOf(string name, string parameterType)
    {
        var type = parameterType.Substring(parameterType.LastIndexOf('.') + 1);
        return $"static partial void {name}({type} {(parameterType == ParameterType ? "builder" : "options")})";
    }

    /// <summary>The user's half; of a method that only we declare, none.</summary>
    private static ISymbol? FindWritten(ISymbol member)
        => GeneratedMark.IsOn(member) ? (member as IMethodSymbol)?.PartialImplementationPart : member;

    private static HookSpec? ReadImplementation(IMethodSymbol method, string parameterType, CancellationToken cancellationToken)
    {
        if (!HasHookParameters(method, parameterType) || !method.IsStatic || !method.ReturnsVoid || method.IsPartialDefinition)
            return null;

        return method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax && IsPartial(syntax)
            ? new HookSpec(Modifiers(syntax), CSharpText.Identifier(method.Parameters[0].Name))
            : null;
    }

    /// <summary>An overload of another signature is the user's own, unless it is half a partial method: that can only be meant for us.</summary>
    private static bool IsInTheWay(ISymbol member, string parameterType)
        => member is not IMethodSymbol method
            || HasHookParameters(method, parameterType)
            || method is { IsPartialDefinition: false, PartialDefinitionPart: null }
                && method.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is MethodDeclarationSyntax syntax && IsPartial(syntax));

    private static bool HasHookParameters(IMethodSymbol method, string parameterType) => FactoryMembers.HasParameters(method, [parameterType]);

    private static bool IsPartial(MethodDeclarationSyntax syntax) => syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Modifiers(MethodDeclarationSyntax syntax) => string.Concat(syntax.Modifiers
        .Where(static modifier => modifier.Kind() is not (SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword or SyntaxKind.AsyncKeyword))
        .Select(static modifier => $"{modifier.Text} "));
}
