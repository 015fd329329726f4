package org.daywatch.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url JDBC address of an external PostgreSQL; blank means the embedded one
 * @param directory where the embedded database keeps its data
 * @param attach use the server of a Daywatch that is already running on that folder (for commands)
 * @param durable fsync and synchronous commit; only tests turn it off
 * @param ballastBytes held back on the disk of the embedded one, so that it can bring itself in order when that is full; 0: nothing
 * @param passwords of the roles in an external database, which an administrator has created (docs/guides/install.md)
 */
@ConfigurationProperties("daywatch.database")
record DatabaseSettings(@DefaultValue("") String url, @DefaultValue("var/postgres") String directory, @DefaultValue("false") boolean attach,
        @DefaultValue("true") boolean durable, @DefaultValue("16") int poolSize, @DefaultValue("67108864") long ballastBytes, EmbeddedPostgres.Secrets passwords) {}
