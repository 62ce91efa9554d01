using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Logins;

/// <summary>The parts of the AadPg runtime that converted code calls, as a compilation sees them.</summary>
internal sealed class RuntimeApi
{
    private const string SharedDataSourceName = "AadPg.AadNpgsqlDataSource";
    private const string TokenProviderName = "AadPg.AadTokenProvider";
    private const string ExtensionsName = "Npgsql.AadNpgsqlDataSourceBuilderExtensions";

    private readonly INamedTypeSymbol _extensions;

    private RuntimeApi(INamedTypeSymbol sharedDataSource, INamedTypeSymbol tokenProvider, INamedTypeSymbol extensions) =>
        (SharedDataSource, TokenProvider, _extensions) = (sharedDataSource, tokenProvider, extensions);

    /// <summary><c>AadNpgsqlDataSource</c>, the class with the method <c>Shared</c>.</summary>
    public INamedTypeSymbol SharedDataSource { get; }

    /// <summary><c>AadTokenProvider</c>, for what takes a token as it takes a password.</summary>
    public INamedTypeSymbol TokenProvider { get; }

    /// <summary>The runtime that the compilation references; null when it references none, or more than one.</summary>
    public static RuntimeApi? Find(Compilation compilation) =>
        compilation.GetTypesByMetadataName(SharedDataSourceName) is [var sharedDataSource]
        && compilation.GetTypesByMetadataName(TokenProviderName) is [var tokenProvider]
        && compilation.GetTypesByMetadataName(ExtensionsName) is [var extensions]
            ? new RuntimeApi(sharedDataSource, tokenProvider, extensions)
            : null;

    /// <summary>The extension method <c>UseAadAuthentication</c> for a builder of this type, or null when there is none.</summary>
    public IMethodSymbol? UseAadAuthentication(ITypeSymbol? builder) => _extensions
        .GetMembers("UseAadAuthentication")
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => method is { IsExtensionMethod: true, DeclaredAccessibility: Accessibility.Public }
            && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, builder));
}
