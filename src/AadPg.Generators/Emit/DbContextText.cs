using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The method that gives an Entity Framework Core context the data source of a factory.</summary>
internal static class DbContextText
{
    private const string Members = "global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMember";
    private const string Injection = $"global::{RegistrationFileSpec.Namespace}";

    /// <summary>
    /// The data source comes from the container, made: Entity Framework caches one that it makes itself by the connection string alone, so that
    /// two contexts with equal strings and two credentials would share the first identity.
    /// </summary>
    public static void Write(SourceWriter writer, RegistrationFileSpec file)
    {
        var context = ContextParameter(file);
        writer.Write($"""

            /// <summary>Adds a context of Entity Framework Core that uses the data source of {RegistrationEmitter.Cref(file)}, and the factory if it is not there yet.</summary>
            /// <remarks>The container makes contexts for <c>dotnet ef</c> too, which need no server to be there until they use the database.</remarks>
            """);
        RegistrationEmitter.WriteTypeParameters(writer, file);
        writer.Write($"""
            /// <typeparam name="{context}">The context.</typeparam>
            /// <param name="services">The collection to add to.</param>
            /// <param name="configure">Sets further options of the context, after the data source was set, those of Npgsql by <c>UseNpgsql(npgsql => ...)</c>; <see langword="null"/> sets none.</param>
            /// <returns><paramref name="services"/>, to chain calls.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
            """);
        RegistrationEmitter.WriteObsolete(writer, file);
        writer.Write($"""
            public static {Injection}.IServiceCollection Add{file.Factory.Simple}DbContext<{string.Concat(file.TypeParameterNames.Select(static name => $"{name}, ")).TrimEnd()}
                [{Members}s({Members}Types.PublicConstructors | {Members}Types.NonPublicConstructors | {Members}Types.PublicProperties)] {context}>(
                this {Injection}.IServiceCollection services,
                global::System.Action<global::System.IServiceProvider, global::Microsoft.EntityFrameworkCore.DbContextOptionsBuilder>? configure = null)
            """);
        foreach (var constraint in file.Constraints)
            writer.Write($"    {constraint}");
        writer.Write($"    where {context} : global::Microsoft.EntityFrameworkCore.DbContext");
        writer.OpenBlock();
        writer.Write($$"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            Add{{file.Factory.Simple}}{{file.TypeParameters}}(services);
            return {{Injection}}.EntityFrameworkServiceCollectionExtensions.AddDbContext<{{context}}>(services, (provider, options) =>
            {
                global::Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions.UseNpgsql(
                    options,
                    {{Injection}}.ServiceProviderServiceExtensions.GetRequiredService<{{file.FactoryType}}>(provider).DataSource);
                configure?.Invoke(provider, options);
            });
            """);
        writer.CloseBlock();
    }

    /// <summary>A name that no type parameter of the factory has.</summary>
    private static string ContextParameter(RegistrationFileSpec file)
    {
        var name = "TContext";
        while (file.TypeParameterNames.Contains(name))
            name = $"T{name}";
        return name;
    }
}
