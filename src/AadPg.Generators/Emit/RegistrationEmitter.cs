using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Writes the <c>Add&lt;Name&gt;()</c> that registers a factory for dependency injection.</summary>
internal static class RegistrationEmitter
{
    public static SourceText Emit(RegistrationFileSpec file)
    {
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Header(file.Factory));
        writer.Write($"""
            namespace {RegistrationFileSpec.Namespace};

            /// <summary>Registers <see cref="{file.FactoryType}"/> for dependency injection.</summary>
            {GeneratedFile.Marker}
            {(file.IsPublic ? "public" : "internal")} static class {RegistrationFileSpec.ClassName(file.Factory.Simple)}
            """);
        writer.OpenBlock();
        WriteMethod(writer, file);
        writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void WriteMethod(SourceWriter writer, RegistrationFileSpec file)
    {
        writer.Write($"""
            /// <summary>Adds <see cref="{file.FactoryType}"/> as a singleton, which the container disposes. A second call changes nothing.</summary>
            /// <remarks>{Remarks(file)}</remarks>
            /// <param name="services">The collection to add to.</param>
            /// <param name="configure">Changes the options after the attribute and the container's configuration were applied; <see langword="null"/> takes them as they are.</param>
            /// <returns><paramref name="services"/>, to chain calls.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
            """);
        if (file.IsObsolete)
            writer.Write($"[global::System.Obsolete(\"{file.Factory.Simple} is obsolete.\")]");
        writer.Write($"""
            public static global::{RegistrationFileSpec.Namespace}.IServiceCollection Add{file.Factory.Simple}(
                this global::{RegistrationFileSpec.Namespace}.IServiceCollection services,
                global::System.Action<global::AadPg.AadConnectionFactoryOptions>? configure = null)
            """);
        writer.OpenBlock();
        writer.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            global::{RegistrationFileSpec.Namespace}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<{file.FactoryType}>(
                services,
                provider => new {file.FactoryType}(
                    global::AadPg.AadConnectionFactory.ConfigureFrom(provider, {CSharpText.Literal(file.ConnectionName)}, configure)));
            return services;
            """);
        writer.CloseBlock();
    }

    private static string Remarks(RegistrationFileSpec file)
    {
        const string Credential = "Uses the TokenCredential of the container when there is one and the options name none.";
        return file.ConnectionName is null
            ? Credential
            : $"Reads the connection string <c>{XmlText.Escape(file.ConnectionName)}</c> from configuration; what it says comes before the settings of the attribute. {Credential}";
    }
}
