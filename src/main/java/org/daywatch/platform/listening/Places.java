package org.daywatch.platform.listening;

import io.netty.channel.Channel;

/** Connections of one port. Where there are too many, it closes one. */
public interface Places {

    /** It came, began to ask, or was answered: from now on it is the newest. */
    void heard(Channel channel);

    /** It ended, or keeps another kind of place. */
    void remove(Channel channel);
}
