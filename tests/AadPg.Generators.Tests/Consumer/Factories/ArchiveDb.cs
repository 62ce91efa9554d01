using Npgsql;

namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>A record that is internal and encrypts without checking the server.</summary>
[AadConnectionFactory(Host = "archive.postgres.database.azure.com", Database = "archive", Username = "reader", SslMode = SslMode.Require)]
internal sealed partial record ArchiveDb;
