package org.daywatch.staffing.awards.replay;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import tools.jackson.databind.json.JsonMapper;

/** What the command line prints of a replay. */
final class ReplayText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReplayText() {}

    /** @return the exit code */
    static int print(Replay replay, boolean json, PrintWriter out) {
        if (json) out.println(JSON.writeValueAsString(object(replay)));
        else text(replay, out);
        out.flush();
        return replay.equal() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    static Map<String, Object> object(Replay replay) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.award-replay");
        object.put("version", 1);
        object.put("award", replay.award().toString());
        object.put("method", replay.method());
        object.put("candidates", replay.candidates());
        object.put("equal", replay.equal());
        object.put("differences", replay.differences());
        return object;
    }

    private static void text(Replay replay, PrintWriter out) {
        for (var d : replay.differences())
            out.println(
                    "DIFFERS " + d.where() + ": stored " + said(d.stored()) + ", recomputed " + said(d.recomputed()));
        out.println("Award " + replay.award() + ", " + replay.method() + ", " + replay.candidates() + " candidates: "
                + (replay.equal() ? "comes out equal." : replay.differences().size() + " differences."));
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
