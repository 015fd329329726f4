package org.daywatch.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url JDBC address of an external PostgreSQL, of several servers whichever takes writes; blank means the
 * embedded one
 * @param directory where the embedded database keeps its data
 * @param attach use the server of a Daywatch that is already running on that folder (for commands)
 * @param durable fsync and synchronous commit; only tests turn it off
 * @param ballastBytes held back on the disk of the embedded one, so that it can bring itself in order when that is
 * full; 0: nothing
 * @param archive folder for the finished files of the embedded one's write-ahead log; blank: as when it was served
 * last; {@code off}: none
 * @param archiveSeconds after which a file of the log is finished although it is not full, which is what may be lost
 * @param archiveDataKeys whether the keys of what is kept encrypted lie beside that log
 * @param passwords of the roles in an external database, which an administrator has created (docs/guides/install.md)
 */
@ConfigurationProperties("daywatch.database")
record DatabaseSettings(@DefaultValue("") String url, @DefaultValue("var/postgres") String directory,
        @DefaultValue("false") boolean attach,
        @DefaultValue("true") boolean durable, @DefaultValue("16") int poolSize,
        @DefaultValue("67108864") long ballastBytes,
        @DefaultValue("") String archive, @DefaultValue("60") int archiveSeconds,
        @DefaultValue("true") boolean archiveDataKeys, EmbeddedPostgres.Secrets passwords) {

    DatabaseSettings {
        url = SeveralServers.complete(url);
    }
}
