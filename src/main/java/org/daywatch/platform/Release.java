package org.daywatch.platform;

/** Which Daywatch this is; written into backups and into the database it opens. */
public final class Release {

    public static final String VERSION = "0.2.0-SNAPSHOT";

    private Release() {}
}
