namespace AadPg.Benchmarks.Analysis;

/// <summary>The files of one feature of the shop, and the ways in which such code opens its database.</summary>
internal static class ShopTemplates
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Npgsql;

        namespace Shop;

        """;

    /// <summary>What every feature uses.</summary>
    public const string Shared = Usings + """
        public sealed class FactAttribute : Attribute;

        public sealed class NotFoundException(string what) : Exception($"There is no {what}.");

        public static class Check
        {
            public static void Equal<T>(T expected, T actual)
            {
                if (!EqualityComparer<T>.Default.Equals(expected, actual))
                    throw new InvalidOperationException($"Expected {expected}, but was {actual}.");
            }
        }
        """;

    public static IReadOnlyList<Func<string, (string Type, string Name)[], string>> Feature { get; } = [Entity, Store, Context, Service, Controller, Tests];

    /// <summary>One member each, as the code of apps has them, most with nothing to find.</summary>
    public static IReadOnlyList<Func<int, string>> ConnectionForms { get; } =
    [
        number => $"public NpgsqlConnection Open{number}(IConfiguration configuration) => new(configuration.GetConnectionString(\"Shop{number}\"));",
        number => $"private const string Text{number} = \"Host=db{number}.postgres.database.azure.com;Database=shop;Username=shop;SSL Mode=VerifyFull\";\n    public NpgsqlDataSource Source{number}() => NpgsqlDataSource.Create(Text{number});",
        number => $"public NpgsqlConnection Configured{number}(IConfiguration configuration) => new($\"Host={{configuration[\"Db:Host\"]}};Database=shop{number};Username={{configuration[\"Db:User\"]}};Password={{configuration[\"Db:Password\"]}};SSL Mode=Require\");",
        number => $"public void Add{number}(IServiceCollection services, IConfiguration configuration) => services.AddDbContext<DbContext>(options => options.UseNpgsql(configuration.GetConnectionString(\"Shop{number}\") ?? \"Host=localhost;Database=shop;Username=shop\"));",
        number => $$"""
            public string Builder{{number}}(string host, string password)
                {
                    var builder = new NpgsqlConnectionStringBuilder { Host = host, Database = "shop{{number}}", SslMode = SslMode.VerifyFull };
                    builder.Username = "shop";
                    builder.Password = password;
                    builder.MaxPoolSize = 20;
                    return builder.ConnectionString;
                }
            """,
        number => $$"""
            public async Task<int> Count{{number}}Async(string server, CancellationToken cancellationToken)
                {
                    var text = "Host=" + server + ";Database=shop{{number}};Username=shop;Password=Tr0ub4dor&3";
                    await using var connection = new NpgsqlConnection(text);
                    await connection.OpenAsync(cancellationToken);
                    await using var command = new NpgsqlCommand("SELECT count(*)::int FROM orders", connection);
                    return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
                }
            """,
        number => $"public NpgsqlDataSource Format{number}(string host, int port) => new NpgsqlDataSourceBuilder(string.Format(\"Host={{0}};Port={{1}};Database=shop;Username=shop;SSL Mode=VerifyFull\", host, port)).EnableParameterLogging(false).Build();",
    ];

    public static string Connections(string name, IEnumerable<string> members) => $$"""
        {{Usings}}public sealed class {{name}}
        {
            {{string.Join("\n\n    ", members)}}
        }
        """;

    private static string Each((string Type, string Name)[] columns, string separator, Func<(string Type, string Name), string> write) => string.Join(separator, columns.Select(write));

    private static string Entity(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}/// <summary>A {{name}} as it is stored.</summary>
        public sealed class {{name}}
        {
            public int Id { get; set; }

            {{Each(columns, "\n\n    ", column => $$"""public {{column.Type}} {{column.Name}} { get; set; }{{(column.Type == "string" ? " = \"\";" : "")}}""")}}

            public override string ToString() => $"{{name}} {Id}: {{Each(columns, ", ", column => $$"""{{column.Name}} = {{{column.Name}}}""")}}";
        }

        /// <summary>A {{name}} as callers see it.</summary>
        public sealed record {{name}}Contract(int Id, {{Each(columns, ", ", column => $"{column.Type} {column.Name}")}})
        {
            public static {{name}}Contract From({{name}} entity) => new(entity.Id, {{Each(columns, ", ", column => $"entity.{column.Name}")}});

            public {{name}} ToEntity()
            {
                var entity = new {{name}}();
                entity.Id = Id;
                {{Each(columns, "\n        ", column => $"entity.{column.Name} = {column.Name};")}}
                return entity;
            }

            public IReadOnlyList<string> Validate()
            {
                var problems = new List<string>();
                if (Id < 0)
                    problems.Add("The id must not be negative.");

                {{Each(columns, "\n\n        ", Validation)}}

                return problems;
            }
        }
        """;

    private static string Validation((string Type, string Name) column) => column.Type switch
    {
        "string" => $"if (string.IsNullOrWhiteSpace({column.Name}) || {column.Name}.Length > 200)\n            problems.Add(\"{column.Name} must have 1 to 200 characters.\");",
        "DateTime" => $"if ({column.Name} == default)\n            problems.Add(\"{column.Name} is missing.\");",
        "int" or "long" or "decimal" => $"if ({column.Name} < 0)\n            problems.Add($\"{column.Name} must not be {{{column.Name}}}.\");",
        _ => $"if ({column.Name}.Equals(default))\n            problems.Add(\"{column.Name} has its default value.\");",
    };

    private static string Store(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}/// <summary>Reads and writes {{name}} rows.</summary>
        public sealed class {{name}}Store(NpgsqlDataSource dataSource, ILogger<{{name}}Store> logger)
        {
            private const string Columns = "id, {{Each(columns, ", ", column => column.Name.ToLowerInvariant())}}";

            public async Task<{{name}}?> FindAsync(int id, CancellationToken cancellationToken)
            {
                await using var command = dataSource.CreateCommand($"SELECT {Columns} FROM {{name.ToLowerInvariant()}} WHERE id = @id");
                command.Parameters.AddWithValue("id", id);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
            }

            public async Task<IReadOnlyList<{{name}}>> ListAsync(int skip, int take, CancellationToken cancellationToken)
            {
                var rows = new List<{{name}}>();
                await using var command = dataSource.CreateCommand($"SELECT {Columns} FROM {{name.ToLowerInvariant()}} ORDER BY id OFFSET @skip LIMIT @take");
                command.Parameters.AddWithValue("skip", skip);
                command.Parameters.AddWithValue("take", take);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    rows.Add(Read(reader));

                logger.LogDebug("Read {Count} rows of {Table} from {Skip}", rows.Count, "{{name.ToLowerInvariant()}}", skip);
                return rows;
            }

            public async Task<int> AddAsync({{name}} row, CancellationToken cancellationToken)
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await using var command = new NpgsqlCommand("INSERT INTO {{name.ToLowerInvariant()}} ({{Each(columns, ", ", column => column.Name.ToLowerInvariant())}}) VALUES ({{Each(columns, ", ", column => "@" + column.Name.ToLowerInvariant())}}) RETURNING id", connection, transaction);
                {{Each(columns, "\n        ", column => $"command.Parameters.AddWithValue(\"{column.Name.ToLowerInvariant()}\", row.{column.Name});")}}
                try
                {
                    var id = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
                    await transaction.CommitAsync(cancellationToken);
                    return id;
                }
                catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
                {
                    logger.LogWarning(exception, "{{name}} {Id} is there already", row.Id);
                    await transaction.RollbackAsync(cancellationToken);
                    return 0;
                }
            }

            public async Task DeleteAsync(int id, CancellationToken cancellationToken)
            {
                await using var command = dataSource.CreateCommand("DELETE FROM {{name.ToLowerInvariant()}} WHERE id = @id");
                command.Parameters.AddWithValue("id", id);
                if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
                    throw new NotFoundException("{{name}} " + id);
            }

            private static {{name}} Read(NpgsqlDataReader reader) => new()
            {
                Id = reader.GetInt32(0),
                {{Each(columns, "\n        ", column => $"{column.Name} = reader.GetFieldValue<{column.Type}>(reader.GetOrdinal(\"{column.Name.ToLowerInvariant()}\")),")}}
            };
        }
        """;

    private static string Context(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}public sealed class {{name}}Context(DbContextOptions<{{name}}Context> options) : DbContext(options)
        {
            public DbSet<{{name}}> Rows => Set<{{name}}>();

            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                var entity = modelBuilder.Entity<{{name}}>();
                entity.ToTable("{{name.ToLowerInvariant()}}");
                entity.HasKey(row => row.Id);
                {{Each(columns, "\n        ", column => $"entity.Property(row => row.{column.Name}).HasColumnName(\"{column.Name.ToLowerInvariant()}\"){(column.Type == "string" ? ".HasMaxLength(200)" : "")};")}}
            }
        }
        """;

    private static string Service(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}/// <summary>What can be done with a {{name}}.</summary>
        public sealed class {{name}}Service({{name}}Store store, {{name}}Context context, IConfiguration configuration, ILogger<{{name}}Service> logger)
        {
            private readonly Dictionary<int, {{name}}Contract> _recent = new();
            private int _misses;

            public async Task<{{name}}Contract> GetAsync(int id, CancellationToken cancellationToken)
            {
                if (_recent.TryGetValue(id, out var known))
                    return known;

                _misses++;
                var entity = await store.FindAsync(id, cancellationToken) ?? throw new NotFoundException($"{{name}} {id}");
                var contract = {{name}}Contract.From(entity);
                if (_recent.Count > configuration.GetValue("{{name}}:Recent", 100))
                    _recent.Clear();

                _recent[id] = contract;
                return contract;
            }

            public async Task<IReadOnlyList<{{name}}Contract>> SearchAsync(string? term, int page, CancellationToken cancellationToken)
            {
                var size = int.TryParse(configuration["{{name}}:PageSize"], out var configured) ? configured : 50;
                var rows = await context.Rows
                    .Where(row => term == null || row.ToString().Contains(term))
                    .OrderByDescending(row => row.Id)
                    .Skip(page * size)
                    .Take(size)
                    .ToListAsync(cancellationToken);
                logger.LogInformation("Search for '{Term}' found {Count} on page {Page}", term, rows.Count, page);
                return rows.Select({{name}}Contract.From).ToList();
            }

            public async Task<(int Id, IReadOnlyList<string> Problems)> CreateAsync({{name}}Contract contract, CancellationToken cancellationToken)
            {
                var problems = contract.Validate();
                if (problems.Count > 0)
                {
                    logger.LogWarning("{Count} problems in a new {{name}}: {Problems}", problems.Count, string.Join(" ", problems));
                    return (0, problems);
                }

                var id = await store.AddAsync(contract.ToEntity(), cancellationToken);
                _recent.Remove(id);
                return (id, problems);
            }

            public string Export(IEnumerable<{{name}}Contract> rows)
            {
                var text = new StringBuilder();
                text.AppendLine("Id;{{Each(columns, ";", column => column.Name)}}");
                foreach (var row in rows)
                {
                    text.Append(row.Id);
                    {{Each(columns, "\n            ", column => $"text.Append(';').Append(row.{column.Name});")}}
                    text.AppendLine();
                }

                return text.ToString();
            }

            public string Describe() => _misses switch
            {
                0 => "Everything came from memory.",
                1 => "One look into the database.",
                < 100 => $"{_misses} looks into the database, {_recent.Count} kept.",
                _ => "Many looks into the database: raise {{name}}:Recent.",
            };
        }
        """;

    private static string Controller(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}[ApiController]
        [Route("api/{{name.ToLowerInvariant()}}")]
        public sealed class {{name}}Controller({{name}}Service service, ILogger<{{name}}Controller> logger) : ControllerBase
        {
            [HttpGet("{id:int}")]
            [ProducesResponseType(StatusCodes.Status404NotFound)]
            public async Task<ActionResult<{{name}}Contract>> Get(int id, CancellationToken cancellationToken)
            {
                try
                {
                    return await service.GetAsync(id, cancellationToken);
                }
                catch (NotFoundException exception)
                {
                    logger.LogInformation(exception, "No {{name}} {Id}", id);
                    return NotFound(exception.Message);
                }
            }

            [HttpGet]
            public async Task<ActionResult<IReadOnlyList<{{name}}Contract>>> Search([FromQuery] string? term, [FromQuery] int page = 0, CancellationToken cancellationToken = default)
            {
                if (page < 0)
                    return BadRequest("The page must not be negative.");

                return Ok(await service.SearchAsync(term, page, cancellationToken));
            }

            [HttpPost]
            public async Task<ActionResult<int>> Create([FromBody] {{name}}Contract contract, CancellationToken cancellationToken)
            {
                var (id, problems) = await service.CreateAsync(contract, cancellationToken);
                foreach (var problem in problems)
                    ModelState.AddModelError("{{name}}", problem);

                return ModelState.IsValid ? CreatedAtAction(nameof(Get), new { id }, id) : ValidationProblem(ModelState);
            }

            [HttpGet("export")]
            public async Task<IActionResult> Export([FromQuery] string? term, CancellationToken cancellationToken)
            {
                var rows = await service.SearchAsync(term, 0, cancellationToken);
                return Content(service.Export(rows.Where(row => {{(columns[0].Type == "string" ? $"row.{columns[0].Name} != \"deleted\"" : "row.Id > 0")}})), "text/csv");
            }
        }
        """;

    private static string Tests(string name, (string Type, string Name)[] columns) => $$"""
        {{Usings}}public sealed class {{name}}Tests
        {
            private static {{name}}Contract Valid() => new(1, {{Each(columns, ", ", Value)}});

            [Fact]
            public void Contract_KeepsEveryValue()
            {
                var contract = Valid();
                var entity = contract.ToEntity();
                {{Each(columns, "\n        ", column => $"Check.Equal(contract.{column.Name}, entity.{column.Name});")}}
                Check.Equal(contract, {{name}}Contract.From(entity));
            }

            [Fact]
            public void NegativeId_IsAProblem()
            {
                var problems = (Valid() with { Id = -1 }).Validate();
                Check.Equal(true, problems.Contains("The id must not be negative."));
            }

            {{Each(columns, "\n\n    ", column => $$"""
                [Fact]
                    public void Default{{column.Name}}_IsReported()
                    {
                        var contract = Valid() with { {{column.Name}} = default! };
                        var problems = contract.Validate().Where(problem => problem.StartsWith("{{column.Name}}", StringComparison.Ordinal)).ToList();
                        Check.Equal(problems.Count <= 1, true);
                    }
                """)}}
        }
        """;

    private static string Value((string Type, string Name) column) => column.Type switch
    {
        "string" => $"\"{column.Name} of a test\"",
        "DateTime" => "new DateTime(2026, 1, 2)",
        "Guid" => "Guid.NewGuid()",
        "bool" => "true",
        "decimal" => "12.50m",
        _ => "7",
    };
}
