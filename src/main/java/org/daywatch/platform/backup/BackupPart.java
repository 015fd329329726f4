package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Files of a room that lie beside the database and belong into a backup. Every bean of this type is asked. */
public interface BackupPart {

    /**
     * Asked when the database's files are copied and its log still runs: what is in a file by now is in the copy, or in
     * the database that is in it. A file that goes meanwhile is left out.
     *
     * @return by their names in the backup, and after a restore in the data folder: such as {@code lane/keys}
     */
    Map<String, Path> files() throws IOException;
}
