using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The members that dispose the data source. A class that others may derive from gets the two methods for them to override (CA1063).</summary>
internal static class DisposalText
{
    private static readonly string s_ofSealedClass = $$"""
        /// <summary>Disposes the data source: idle connections close now, those in use when they are given back.</summary>
        {{GeneratedFile.Marker}}
        public void Dispose() => DataSource.Dispose();

        /// <inheritdoc cref="Dispose()"/>
        /// <returns>A task that completes when the idle connections are closed.</returns>
        {{GeneratedFile.Marker}}
        public global::System.Threading.Tasks.ValueTask DisposeAsync() => DataSource.DisposeAsync();

        """;

    private static readonly string s_ofOpenClass = $$"""
        /// <summary>Disposes the data source: idle connections close now, those in use when they are given back.</summary>
        {{GeneratedFile.Marker}}
        public void Dispose()
        {
            Dispose(disposing: true);
            global::System.GC.SuppressFinalize(this);
        }

        /// <inheritdoc cref="Dispose()"/>
        /// <returns>A task that completes when the idle connections are closed.</returns>
        {{GeneratedFile.Marker}}
        public async global::System.Threading.Tasks.ValueTask DisposeAsync()
        {
            await DisposeAsyncCore().ConfigureAwait(false);
            Dispose(disposing: false);
            global::System.GC.SuppressFinalize(this);
        }

        /// <summary>Disposes what the object holds. A derived class that holds more overrides this and calls the base.</summary>
        /// <param name="disposing"><see langword="true"/> from <see cref="Dispose()"/>; <see langword="false"/> after <see cref="DisposeAsyncCore()"/>, or from a finalizer.</param>
        {{GeneratedFile.Marker}}
        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
                DataSource.Dispose();
        }

        /// <summary>As <see cref="Dispose(bool)"/>, for <see cref="DisposeAsync()"/>.</summary>
        /// <returns>A task that completes when the idle connections are closed.</returns>
        {{GeneratedFile.Marker}}
        protected virtual global::System.Threading.Tasks.ValueTask DisposeAsyncCore() => DataSource.DisposeAsync();

        """;

    public static void Write(SourceWriter writer, ConnectionFactorySpec factory)
    {
        var text = factory.IsSealed ? s_ofSealedClass : s_ofOpenClass;
        writer.Write(factory.Settings.ChoosesHost ? text.Replace("DataSource.Dispose", "AllHosts.Dispose") : text);
    }
}
