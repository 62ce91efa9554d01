using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;
using Npgsql;

namespace AadPg;

/// <summary>
/// Data sources that live as long as the process, for code that has a connection string in its hand rather than a data source:
/// <c>AadNpgsqlDataSource.Shared("Host=…").CreateConnection()</c> in place of <c>new NpgsqlConnection("Host=…")</c>, and
/// <c>UseNpgsql(AadNpgsqlDataSource.Shared("Host=…"))</c> in Entity Framework Core.
/// </summary>
public static class AadNpgsqlDataSource
{
    private static readonly ConditionalWeakTable<object, SharedDataSources> s_shared = [];

    /// <summary>
    /// Gives the one data source of the process for a connection string, with the process's default credential; its connections share
    /// one pool.
    /// </summary>
    /// <remarks>Call it as often as you like: after the first time it is a look-up. Never dispose what it returns, others use it too.</remarks>
    /// <param name="connectionString">Hosts, user and whatever else, without Password and Passfile.</param>
    /// <exception cref="AadAuthenticationException">The connection string does not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSource Shared(string connectionString) => Shared(connectionString, credential: null);

    /// <summary>As <see cref="Shared(string)"/>, for each credential another data source.</summary>
    /// <param name="connectionString">Hosts, user and whatever else, without Password and Passfile.</param>
    /// <param name="credential">Where tokens come from, the same instance each time; null for the process's default credential.</param>
    /// <exception cref="AadAuthenticationException">The connection string does not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSource Shared(string connectionString, TokenCredential? credential)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        credential ??= Credentials.Default;
        return s_shared.GetOrCreateValue(credential).Get(connectionString, new AadAuthenticationOptions { Credential = credential });
    }

    /// <summary>As <see cref="Shared(string)"/>, with options, for hosts beyond Azure's own and the like.</summary>
    /// <param name="connectionString">Hosts, user and whatever else, without Password and Passfile.</param>
    /// <param name="options">The options, the same instance each time, such as one in a static field; later changes to it have no effect
    /// on data sources that exist.</param>
    /// <exception cref="AadAuthenticationException">The connection string or an option does not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSource Shared(string connectionString, AadAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        ArgumentNullException.ThrowIfNull(options);
        return s_shared.GetOrCreateValue(options).Get(connectionString, options);
    }

    /// <summary>The data sources of one credential or one set of options, by connection string as written and in Npgsql's spelling of it.</summary>
    private sealed class SharedDataSources
    {
        private readonly ConcurrentDictionary<string, NpgsqlDataSource> _dataSources = new(StringComparer.Ordinal);
        private readonly object _gate = new();

        public NpgsqlDataSource Get(string connectionString, AadAuthenticationOptions options) =>
            _dataSources.TryGetValue(connectionString, out var known) ? known : Add(connectionString, options);

        private NpgsqlDataSource Add(string connectionString, AadAuthenticationOptions options)
        {
            // Checked before it becomes a key: a string with a password is not kept.
            var settings = ConnectionStringReader.Read(connectionString);
            LoginRequirements.Apply(options, settings);

            lock (_gate)
            {
                if (!_dataSources.TryGetValue(settings.ConnectionString, out var dataSource))
                    dataSource = _dataSources[settings.ConnectionString] = DataSourceFactory.Create(settings, options);
                _dataSources[connectionString] = dataSource;
                return dataSource;
            }
        }
    }
}
