package org.daywatch.platform.listening;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;

/** Of too many connections the one of which nothing was heard for longest goes. It knows no address. */
public final class HeardLongestAgo implements Places {

    private final int most;
    private final LinkedHashSet<Channel> all = new LinkedHashSet<>();

    public HeardLongestAgo(int most) {
        this.most = most;
    }

    @Override
    public void heard(Channel channel) {
        Channel oldest;
        synchronized (this) {
            all.remove(channel);
            all.add(channel);
            if (all.size() <= most) return;
            oldest = all.removeFirst();
        }
        oldest.close();
    }

    @Override
    public synchronized void remove(Channel channel) {
        all.remove(channel);
    }
}
