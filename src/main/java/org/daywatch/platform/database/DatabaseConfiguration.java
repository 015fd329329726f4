package org.daywatch.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Three narrow doors into one database: the application's, the sign-in's and the workers'. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** For a connection: a page has its words about 911 within five seconds. */
    private static final long WAIT_MILLIS = 4_000;
    private static final long ALIVE_MILLIS = 1_000;

    static {
        // Who takes a connection that was used half a second ago must not wait half a minute for one that hangs since.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "50");
    }

    /**
     * Opens the database, brings the schema up to date and refuses one with a hole, before anything else may connect.
     */
    @Bean(destroyMethod = "close")
    OpenDatabase database(DatabaseSettings settings, ObjectProvider<Migrations.DefaultGrants> grants) {
        var database = settings.url().isBlank()
                ? OpenDatabase.embedded(Path.of(settings.directory()), settings)
                : OpenDatabase.external(settings);
        SchemaCheck.refuseHoles(database.url(), database.secrets().owner());
        grants.ifAvailable(defaults -> Migrations.grantNew(defaults.rolesOfPermissions(), database.url(),
                database.secrets().owner()));
        return database;
    }

    @Bean
    @Primary
    DataSource dataSource(@Qualifier("pages") DataSource pages, @Qualifier("apart") DataSource apart) {
        return new Apart.Routed(pages, apart);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("pages")
    HikariDataSource pagesDataSource(OpenDatabase database, DatabaseSettings settings) {
        return pool(database, "dw_app", database.secrets().app(), settings.poolSize());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("apart")
    HikariDataSource apartDataSource(OpenDatabase database) {
        return pool(database, "dw_app", database.secrets().app(), 2);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("signin")
    HikariDataSource signinDataSource(OpenDatabase database) {
        return pool(database, "dw_signin", database.secrets().signin(), 4);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("worker")
    HikariDataSource workerDataSource(OpenDatabase database) {
        return pool(database, "dw_worker", database.secrets().worker(), 1);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("signin")
    PlatformTransactionManager signinTransactions(@Qualifier("signin") DataSource signin) {
        return new JdbcTransactionManager(signin);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("signin")
    DSLContext signinDsl(@Qualifier("signin") DataSource signin) {
        return DSL.using(new TransactionAwareDataSourceProxy(signin), SQLDialect.POSTGRES);
    }

    private static HikariDataSource pool(OpenDatabase database, String role, String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(role);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setPoolName(role + " " + size);
        // A database that hangs is away: whoever comes now is told so in a few seconds, and who was in the middle of a statement after half a minute.
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(ALIVE_MILLIS);
        var driver = new Properties();
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("connectTimeout", Long.toString(WAIT_MILLIS / 1000));
        driver.setProperty("socketTimeout", "30");
        driver.setProperty("reWriteBatchedInserts", "true");
        var servers = SeveralServers.each(database.url());
        driver.setProperty("loginTimeout", Long.toString(WAIT_MILLIS / 1000 / Math.min(2, servers.size()))); // one that hangs leaves time for the next
        config.setDataSource(new SoonAgain(servers.stream()
                .<DataSource>map(url -> new DriverDataSource(url, null, driver, role, password)).toList()));
        return new HikariDataSource(config);
    }

    /** What is open: where, with which passwords, and what must be closed with it. */
    record OpenDatabase(String url, EmbeddedPostgres.Secrets secrets, Optional<EmbeddedPostgres> embedded,
            Optional<ServerKeeper> keeper) implements AutoCloseable {

        private static final String ROOMS_IN_JAR = "classpath:db/rooms/%s/migrations";

        static OpenDatabase embedded(Path home, DatabaseSettings settings) {
            var running = settings.attach()
                    ? EmbeddedPostgres.running(home)
                    : Optional.<EmbeddedPostgres.Running>empty();
            if (running.isPresent())
                return new OpenDatabase(running.get().urlPrefix() + "daywatch", running.get().secrets(),
                        Optional.empty(), Optional.empty());
            var postgres = EmbeddedPostgres.start(home, settings.durable(), folder -> {
                var archive = LogArchive.of(folder, settings.archive(), settings.archiveSeconds(),
                        settings.archiveDataKeys());
                return archive.isPresent() ? archive.get().settings(folder) : List.of();
            });
            try {
                DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
                Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), ROOMS_IN_JAR);
                Migrations.opened(postgres.url("daywatch"), postgres.secrets().owner());
                return new OpenDatabase(postgres.url("daywatch"), postgres.secrets(), Optional.of(postgres),
                        settings.durable()
                                ? Optional.of(new ServerKeeper(postgres, settings.ballastBytes()))
                                : Optional.empty());
            } catch (RuntimeException e) {
                postgres.close();
                throw e;
            }
        }

        static OpenDatabase external(DatabaseSettings settings) {
            ExternalDatabase.check(settings.url(), settings.passwords());
            DatabaseRoles.schemas(settings.url(), settings.passwords());
            Migrations.run(settings.url(), settings.passwords().owner(), ROOMS_IN_JAR);
            Migrations.opened(settings.url(), settings.passwords().owner());
            return new OpenDatabase(settings.url(), settings.passwords(), Optional.empty(), Optional.empty());
        }

        @Override
        public void close() {
            keeper.ifPresent(ServerKeeper::close);
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }
}
