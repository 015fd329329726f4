package org.daywatch.platform.cli;

/** Which Daywatch this is; written into backups. */
public final class Release {

    public static final String VERSION = "0.1.0";

    private Release() {}
}
