using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Writes the class with the <c>Add&lt;Name&gt;()</c> methods that register a factory for dependency injection.</summary>
internal static class RegistrationEmitter
{
    private const string Injection = $"global::{RegistrationFileSpec.Namespace}";
    private const string Descriptors = $"{Injection}.Extensions.ServiceCollectionDescriptorExtensions";
    private const string Options = "global::System.Action<global::AadPg.AadConnectionFactoryOptions>";

    public static SourceText Emit(RegistrationFileSpec file)
    {
        var writer = new SourceWriter();
        GeneratedFile.WriteHeader(writer, file.Factory);
        writer.Write($"""
            namespace {RegistrationFileSpec.Namespace};

            /// <summary>Registers {Cref(file)} for dependency injection.</summary>
            {GeneratedFile.Marker}
            {(file.IsPublic ? "public" : "internal")} static class {RegistrationFileSpec.ClassName(file.Factory.Simple)}
            """);
        writer.OpenBlock();
        WriteSingleton(writer, file);
        writer.Write("");
        WriteKeyed(writer, file);
        if (file.HasEntityFramework)
            DbContextText.Write(writer, file);
        writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void WriteSingleton(SourceWriter writer, RegistrationFileSpec file)
    {
        writer.Write($"""
            /// <summary>Adds {Cref(file)} as a singleton, which the container disposes. A second call changes nothing.</summary>
            /// <remarks>{Remarks(file, "")}</remarks>
            """);
        WriteTypeParameters(writer, file);
        writer.Write("""
            /// <param name="services">The collection to add to.</param>
            /// <param name="configure">Changes the options after the attribute and the container's configuration were applied; <see langword="null"/> takes them as they are.</param>
            """);
        WriteHead(writer, file, $"Add{file.Factory.Simple}", [$"{Options}? configure = null"]);
        writer.OpenBlock();
        writer.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            {Descriptors}.TryAddSingleton<{file.FactoryType}>(
                services,
                provider => new {file.FactoryType}(
                    global::AadPg.AadConnectionFactory.ConfigureFrom(provider, {CSharpText.Literal(file.ConnectionName)}, configure, optionsName: "{file.Factory.Simple}")));
            """);
        if (file.InterfaceType is { } own)
            writer.Write($"""
                {Descriptors}.TryAddSingleton<{own}>(
                    services,
                    static provider => {Injection}.ServiceProviderServiceExtensions.GetRequiredService<{file.FactoryType}>(provider));
                """);
        writer.Write("return services;");
        writer.CloseBlock();
    }

    private static void WriteKeyed(SourceWriter writer, RegistrationFileSpec file)
    {
        writer.Write($"""
            /// <summary>Adds {Cref(file)} as a singleton with a key, for an app that uses it with several databases or identities. A second call with the same key changes nothing.</summary>
            /// <remarks>{Remarks(file, ":key")}</remarks>
            """);
        WriteTypeParameters(writer, file);
        writer.Write("""
            /// <param name="services">The collection to add to.</param>
            /// <param name="serviceKey">The key to resolve this one with.</param>
            /// <param name="configure">Changes the options after the attribute and the container's configuration were applied; <see langword="null"/> takes them as they are.</param>
            """);
        WriteHead(writer, file, $"AddKeyed{file.Factory.Simple}", ["object? serviceKey", $"{Options}? configure = null"]);
        writer.OpenBlock();
        writer.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            {Descriptors}.TryAddKeyedSingleton<{file.FactoryType}>(
                services,
                serviceKey,
                (provider, key) => new {file.FactoryType}(
                    global::AadPg.AadConnectionFactory.ConfigureFrom(provider, {CSharpText.Literal(file.ConnectionName)}, configure, optionsName: $"{file.Factory.Simple}:{"{key}"}")));
            """);
        if (file.InterfaceType is { } own)
            writer.Write($"""
                {Descriptors}.TryAddKeyedSingleton<{own}>(
                    services,
                    serviceKey,
                    static (provider, key) => {Injection}.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{file.FactoryType}>(provider, key));
                """);
        writer.Write("return services;");
        writer.CloseBlock();
    }

    private static void WriteHead(SourceWriter writer, RegistrationFileSpec file, string name, string[] parameters)
    {
        writer.Write("""
            /// <returns><paramref name="services"/>, to chain calls.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
            """);
        WriteObsolete(writer, file);
        writer.Write($"""
            public static {Injection}.IServiceCollection {name}{file.TypeParameters}(
                this {Injection}.IServiceCollection services,
                {string.Join(",\n    ", parameters)})
            """);
        foreach (var constraint in file.Constraints)
            writer.Write($"    {constraint}");
    }

    public static void WriteTypeParameters(SourceWriter writer, RegistrationFileSpec file)
    {
        foreach (var parameter in file.TypeParameterNames)
            writer.Write($"/// <typeparam name=\"{parameter.TrimStart('@')}\">That of the factory.</typeparam>");
    }

    /// <summary>Only obsolete code uses an obsolete factory without a warning.</summary>
    public static void WriteObsolete(SourceWriter writer, RegistrationFileSpec file)
    {
        if (file.IsObsolete)
            writer.Write($"[global::System.Obsolete(\"{file.Factory.Simple} is obsolete.\")]");
    }

    /// <summary>A link to the factory; a generic one is only named.</summary>
    public static string Cref(RegistrationFileSpec file)
        => file.TypeParameters.Length == 0 ? $"<see cref=\"{file.FactoryType}\"/>" : $"the factory {file.Factory.Simple}";

    private static string Remarks(RegistrationFileSpec file, string suffix)
    {
        var words = $"The options <c>{file.Factory.Simple}{suffix}</c> of the container are applied, and its TokenCredential is used when they name none.";
        return file.ConnectionName is null
            ? words
            : $"Reads the connection string <c>{XmlText.Escape(file.ConnectionName)}</c> from configuration; what it says comes before the settings of the attribute. {words}";
    }
}
