package org.daywatch.emergencies.lane;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled false: this process serves pages only
 * @param port -1: one above the web server's port; 0: any free one
 * @param publicUrl where browsers reach the lane behind a proxy, such as https://lane.daywatch.example.org; blank: the
 * site's own name and this port
 * @param directory spool, keys and ballast; blank: the folder "lane" beside the embedded database's data
 * @param keyFile the server's token keys; blank: "keys" in that folder. Nodes of one installation share it
 * @param segmentBytes a file of the spool is closed at this size
 * @param ballastBytes given up when the disk is full, so that presses are accepted for a while longer
 * @param tokenLife how long a token counts; pages fetch the next one in time
 * @param mostStreams 0: as many as file handles allow
 * @param streamsPerToken more open screens of one person than that are refused
 * @param heartbeat a reader who has gone away is noticed at the next write only
 * @param mostMemoryPercent of the heap or of the memory beside it in use: from here on new screens are refused, and
 * presses are not
 * @param rehearsals so many presses are gone through in memory after the start, before anybody has pressed; 0: none
 * @param node the name of this node among others; blank: one of its own, kept in the folder
 */
@ConfigurationProperties("daywatch.lane")
public record LaneSettings(@DefaultValue("true") boolean enabled, @DefaultValue("-1") int port,
        @DefaultValue("") String publicUrl, @DefaultValue("") String directory,
        @DefaultValue("") String keyFile, @DefaultValue("4194304") long segmentBytes,
        @DefaultValue("8388608") long ballastBytes,
        @DefaultValue("12h") Duration tokenLife, @DefaultValue("0") int mostStreams,
        @DefaultValue("12") int streamsPerToken,
        @DefaultValue("15s") Duration heartbeat, @DefaultValue("") String node,
        @DefaultValue("90") int mostMemoryPercent, @DefaultValue("300") int rehearsals) {

    private static final int HANDLES_FOR_OTHERS = 700;

    /**
     * So many screens this node keeps open: of its file handles, those are left that presses, the spool and the
     * database need.
     */
    public int room() {
        if (mostStreams > 0) return mostStreams;
        long all = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 1024;
        return Math.clamp(all - HANDLES_FOR_OTHERS, 100, 1_000_000);
    }

    /** The same with everything in another folder, without a reserve. */
    public LaneSettings in(Path folder) {
        return new LaneSettings(enabled, port, publicUrl, folder.toString(), keyFile, segmentBytes, 0, tokenLife,
                mostStreams, streamsPerToken, heartbeat, node, mostMemoryPercent, 0);
    }

    /** The folder, which need not exist yet. */
    public Path folder(Path database) {
        return directory.isBlank() ? database.resolve("lane") : Path.of(directory);
    }
}
