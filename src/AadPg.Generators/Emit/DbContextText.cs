using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The method that gives an Entity Framework Core context the data source of a factory.</summary>
internal static class DbContextText
{
    /// <summary>
    /// The data source comes from the container, made: Entity Framework caches one that it makes itself by the connection string alone, so that
    /// two contexts with equal strings and two credentials would share the first identity.
    /// </summary>
    public static void Write(SourceWriter writer, RegistrationFileSpec file)
    {
        writer.Write($"""

            /// <summary>Adds a context of Entity Framework Core that uses the data source of {RegistrationEmitter.Cref(file)}, and the factory if it is not there yet.</summary>
            /// <remarks>The container makes contexts for <c>dotnet ef</c> too, which need no server to be there until they use the database.</remarks>
            /// <typeparam name="TContext">The context.</typeparam>
            /// <param name="services">The collection to add to.</param>
            /// <param name="configure">Sets further options of the context, after the data source was set, those of Npgsql by <c>UseNpgsql(npgsql => ...)</c>; <see langword="null"/> sets none.</param>
            /// <returns><paramref name="services"/>, to chain calls.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
            """);
        RegistrationEmitter.WriteObsolete(writer, file);
        const string Members = "global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMember";
        const string Injection = $"global::{RegistrationFileSpec.Namespace}";
        writer.Write($$"""
            public static {{Injection}}.IServiceCollection Add{{file.Factory.Simple}}DbContext<
                [{{Members}}s({{Members}}Types.PublicConstructors | {{Members}}Types.NonPublicConstructors | {{Members}}Types.PublicProperties)] TContext>(
                this {{Injection}}.IServiceCollection services,
                global::System.Action<global::System.IServiceProvider, global::Microsoft.EntityFrameworkCore.DbContextOptionsBuilder>? configure = null)
                where TContext : global::Microsoft.EntityFrameworkCore.DbContext
            {
                global::System.ArgumentNullException.ThrowIfNull(services);
                Add{{file.Factory.Simple}}(services);
                return {{Injection}}.EntityFrameworkServiceCollectionExtensions.AddDbContext<TContext>(services, (provider, options) =>
                {
                    global::Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions.UseNpgsql(
                        options,
                        {{Injection}}.ServiceProviderServiceExtensions.GetRequiredService<{{file.FactoryType}}>(provider).DataSource);
                    configure?.Invoke(provider, options);
                });
            }
            """);
    }
}
