-- Farewells and despair, in the words in which students write them and without naming a way to die. With and without the apostrophe, which nobody types
-- on a phone; accents do not count.
insert into relationships.danger_word (word, valid_from, source, to_confirm)
select word, '2026-01-01', 'Daywatch proposal', true from unnest(array[
    'nobody would miss me', 'nobody would miss them', 'nobody would miss him', 'nobody would miss her', 'nobody will miss me', 'no one would miss me',
    'no one would miss them', 'no one would miss him', 'no one would miss her', 'no one will miss me', 'nobody would care if i', 'no one would care if i',
    'nobody would notice if i', 'no one would notice if i', 'better off without me', 'better off without them', 'better off without him', 'better off without her',
    'world without me', 'can''t go on', 'cant go on', 'cannot go on', 'can''t do this anymore', 'cant do this anymore', 'can''t take it anymore', 'cant take it anymore',
    'want to disappear', 'wants to disappear', 'wanna disappear', 'wanted to disappear', 'won''t be here tomorrow', 'wont be here tomorrow',
    'don''t want to be here anymore', 'dont want to be here anymore', 'doesn''t want to be here anymore', 'doesnt want to be here anymore',
    'don''t want to live', 'dont want to live', 'doesn''t want to live', 'doesnt want to live', 'don''t want to wake up', 'dont want to wake up', 'never wake up',
    'goodbye forever', 'bye forever', 'no reason to live', 'nothing to live for', 'not worth living', 'tired of living', 'end it all', 'ending it all', 'end my life',
    'ending my life', 'end his life', 'end her life', 'end their life', 'never been born', 'wish i was dead', 'wish i were dead', 'want to be dead', 'wants to be dead',
    'hang myself', 'hang himself', 'hang herself', 'kms', 'unalive',
    'nadie me extrañaría', 'nadie me va a extrañar', 'nadie lo extrañaría', 'nadie la extrañaría', 'nadie me echaría de menos', 'nadie me va a echar de menos',
    'a nadie le importaría si', 'nadie se daría cuenta si', 'mejor sin mí', 'mejor sin él', 'mejor sin ella', 'no puedo más', 'ya no puedo seguir', 'no puedo seguir así',
    'no aguanto más', 'no aguanta más', 'quiero desaparecer', 'quisiera desaparecer', 'quiere desaparecer', 'mañana ya no voy a estar', 'mañana ya no estaré',
    'ya no voy a estar aquí', 'ya no quiero estar aquí', 'ya no quiere estar aquí', 'adiós para siempre', 'no quiero vivir', 'no quiere vivir', 'no quiero seguir viviendo',
    'no quiero despertar', 'ganas de vivir', 'cansado de vivir', 'cansada de vivir', 'acabar con todo', 'quitarme la vida', 'quitarse la vida', 'no vale la pena vivir',
    'no haber nacido', 'no hubiera nacido']) as word;
