namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Settings with a key for each part of a connection.</summary>
public class ConnectionPartTests
{
    [Theory]
    [InlineData("a.json", """{ "Postgres": { "Host": "db.example.com", "Username": "api", "Password": "C4nary" } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("a.json", """{ "Database": { "Server": "db.example.com", "Port": 5432, "Password": "C4nary" } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("a.json", """{ "Database": { "Server": "localhost", "Port": "5432", "Pwd": "C4nary" } }""", "AADPG0003 \"C4nary\"")]
    [InlineData("a.json", """{ "Db": { "Password": "C4nary", "User": "postgres", "Host": "127.0.0.1" } }""", "AADPG0003 \"C4nary\"")]
    [InlineData("a.json", """{ "Db": { "Host": "shop.postgres.database.azure.com", "Password": "C4nary" } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("a.yml", "postgres:\n  host: db.example.com\n  password: C4nary\n", "AADPG0001 C4nary")]
    [InlineData("a.yml", "postgres: { host: db.example.com, password: C4nary }\n", "AADPG0001 C4nary")]
    [InlineData("a.yml", "variables:\n  Shop__Postgres__Host: localhost\n  Shop__Postgres__Port: 5432\n  Shop__Redis__Host: redis\n  Shop__Postgres__Password: C4nary\n", "AADPG0003 C4nary")]
    [InlineData(".env", "DB_HOST=db.example.com\nDB_PORT=5432\nDB_USER=app\nDB_PASSWORD=C4nary\n", "AADPG0001 C4nary")]
    [InlineData(".env", "PG_HOST=127.0.0.1\nPG_PASSWORD=C4nary\n", "AADPG0003 C4nary")]
    [InlineData(".env", "DB_SERVER=postgres\nDB_PASSWORD=C4nary\n", "AADPG0001 C4nary")]
    [InlineData("a.json", """{ "DbHost": "db.example.com", "DbPort": 5432, "DbUserName": "api", "DbPassword": "C4nary" }""", "AADPG0001 \"C4nary\"")]
    [InlineData("a.json", """{ "PGHost": "localhost", "PGPassword": "C4nary", "SmtpHost": "mail" }""", "AADPG0003 \"C4nary\"")]
    [InlineData(".env", "shopDb_pgServer=localhost\nshopDb_pgPassword=C4nary\n", "AADPG0003 C4nary")]
    [InlineData("a.json", """{ "Values": { "Postgres:Host": "localhost", "Postgres:Password": "C4nary" } }""", "AADPG0003 \"C4nary\"")]
    [InlineData("Properties/launchSettings.json", """{ "environmentVariables": { "pgsql_server_master": "10.0.0.1", "pgsql_user": "api", "pgsql_password": "C4nary" } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("a.json", """{ "Postgres": { "Database": "shop", "Password": "C4nary" } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("compose.yml", "services:\n  db:\n    environment:\n      - POSTGRESQL_USERNAME=api\n      - POSTGRESQL_PASSWORD=C4nary\n", "AADPG0003 C4nary")]
    [InlineData("values.yaml", "postgresql:\n  auth:\n    username: api\n    password: C4nary\n", "AADPG0003 C4nary")]
    public void PasswordOfPostgres_Triggers(string path, string text, string finding) => Assert.Equal([finding], FileFindings.In(path, text));

    [Theory]
    [InlineData("a.json", """{ "Smtp": { "Host": "mail.example.com", "Port": 587, "Username": "api", "Password": "C4nary" } }""")]
    [InlineData("a.json", """{ "RabbitMq": { "Host": "localhost", "Username": "guest", "Password": "guest" } }""")]
    [InlineData("a.json", """{ "MySql": { "Server": "db", "Database": "d", "User": "root", "Password": "C4nary" } }""")]
    [InlineData("a.json", """{ "Redis": { "Host": "db", "Port": 6379, "Password": "C4nary" } }""")]
    [InlineData("a.json", """{ "Postgres": { "Host": "db", "Username": "api", "Password": "" } }""")]
    [InlineData("a.json", """{ "Postgres": { "Host": "db", "Username": "api", "Password": "<password>" } }""")]
    [InlineData("a.json", """{ "Postgres": { "Password": "Password must have 12 characters" } }""")]
    [InlineData("a.json", """{ "Postgres": { "Host": "db" }, "Login": { "Username": "anna", "Password": "C4nary" } }""")]
    [InlineData("a.yml", "postgres:\n  host: db\n  password: ${PASSWORD}\n")]
    [InlineData("a.json", """{ "PgHost": "db", "PgPort": 5432, "AdminPassword": "C4nary", "Transport": 5432, "Curiosity_killedPassword": "C4nary" }""")]
    [InlineData("a.json", """{ "Postgres": { "Host": "db", "AdminPassword": "C4nary" } }""")]
    [InlineData("a.json", """{ "Login": { "User": "api", "Password": "C4nary" } }""")]
    [InlineData(".env", "PGADMIN_USER=api\nPGADMIN_PASSWORD=C4nary\n")]
    [InlineData("values.yaml", "postgresql:\n  auth:\n    username: _\n    password: _\n")]
    [InlineData("a.json", """{ "SmtpHost": "mail", "SmtpPort": 587, "SmtpUser": "api", "SmtpPassword": "C4nary" }""")]
    [InlineData("a.json", """{ "DbHost": "db.example.com", "DbPort": 3306, "DbUser": "root", "DbPassword": "C4nary" }""")]
    [InlineData(".env", "DB_HOST=mysql\nDB_PORT=3306\nDB_PASSWORD=C4nary\n")]
    [InlineData(".env", "POSTGRES_HOST=db\nPOSTGRES_PORT=5432\nREDIS_HOST=redis\nREDIS_PASSWORD=C4nary\nSMTP_PASSWORD=C4nary\n")]
    [InlineData("a.yml", "variables:\n  Shop__Postgres__Host: localhost\n  Shop__Smtp__Host: mail\n  Shop__Smtp__Password: C4nary\n")]
    public void OtherPassword_DoesNotTrigger(string path, string text) => Assert.Empty(FileFindings.In(path, text));
}
