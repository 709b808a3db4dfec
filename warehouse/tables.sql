-- The tables. A comment behind a name becomes the COMMENT of the table or column.
-- What a question shows beside a fact (headline, address, time, home) stands in its row: no answer waits for a join.
-- `@place` stands for the columns every fact ends in: where it stands, what rule of which reader read it.

CREATE TABLE build ( -- This build, to be cited with a result
    build VARCHAR, -- Name of the build, the time it was made
    built_at TIMESTAMPTZ, -- When it was made
    inputs VARCHAR, -- Digest of all that went in: equal digests mean equal tables
    "commit" VARCHAR, -- Commit of the program, where it is known
    reader VARCHAR, -- Version of the reader
    articles BIGINT, -- Articles
    officials BIGINT, -- Named officials, one an article
    people BIGINT, -- People over all articles
    documents BIGINT, -- Documents over all articles
    indicators BIGINT, -- Figures
    sessions BIGINT, -- Sessions
    seconds DOUBLE, -- How long the build took
    previous VARCHAR -- The build it was compared with
);
CREATE TABLE input ( -- The files that went in: a night reads those that have changed
    file VARCHAR, -- Its place in the workspace or in the program
    digest VARCHAR, -- Digest of its bytes
    articles VARCHAR[], -- The articles it holds, where it holds any
    stamp VARCHAR -- Its inode, size and times: bytes are read again where they have changed
);
CREATE TABLE change ( -- What this build has that the one before had not, and the reverse
    change VARCHAR, -- appeared, gone or revised
    kind VARCHAR, -- article, post, presence, directive, indicator, session
    article_id VARCHAR, -- The article that says it
    what VARCHAR -- The fact in words
);
CREATE TABLE province ( -- Provinces and cities of the centre, those merged on 2025-07-01 too
    name VARCHAR, -- Nam Định
    spellings VARCHAR[], -- The name and its other spellings: Hồ Chí Minh, TP.HCM
    is_city BOOLEAN, -- True for cities of the centre
    until VARCHAR, -- The last day it stood; NULL where it stands
    today VARCHAR -- The province it is, or is part of, now: Ninh Bình
);
CREATE TABLE article ( -- Articles as they stand now, one row each
    article_id VARCHAR, -- Stable id: portal and digest of the address, or the name of the file
    portal VARCHAR, -- The portal it was published on
    home VARCHAR, -- The place the portal belongs to, or its host
    kind VARCHAR, -- article, or notice: a headline with attachments
    url VARCHAR, -- Address
    title VARCHAR, -- Headline
    published VARCHAR, -- EDTF, as precise as the page says
    published_day DATE, -- First day of `published`
    author VARCHAR, -- Byline
    text VARCHAR, -- The text all offsets count in
    revision VARCHAR, -- Digest of the text
    captured VARCHAR, -- When this revision was last captured
    source VARCHAR, -- WARC record or file it was read from
    reader VARCHAR, -- Version of the reader
    captions VARCHAR[], -- Captions of its pictures
    attachments VARCHAR[], -- Addresses of attached files
    flags VARCHAR[] -- What the cleaner found odd
);
CREATE TABLE attachment ( -- Files that articles offer, with the text of those that hold any
    article_id VARCHAR, -- The article that offers it
    url VARCHAR, -- Address as the page links it
    kind VARCHAR, -- Ending of the address: pdf, docx, xls
    text VARCHAR, -- Its text; NULL where there is none to read
    unread VARCHAR, -- Why there is no text: scan, broken, format, not captured
    pages BIGINT, -- Pages of a PDF
    captured VARCHAR, -- When it was last captured
    source VARCHAR -- WARC record or file it was read from
);
CREATE TABLE revision ( -- Every text an article has had
    article_id VARCHAR, -- Article
    revision VARCHAR, -- Digest of the text
    is_current BOOLEAN, -- True for the text the facts are read from
    published VARCHAR, -- EDTF
    title VARCHAR, -- Headline
    text VARCHAR, -- The text
    first_captured VARCHAR, -- First capture with this text
    last_captured VARCHAR, -- Last capture with this text
    captures BIGINT -- How often it was captured
);
CREATE TABLE person ( -- People over all articles
    person_id VARCHAR, -- Name without marks, and a digest
    name VARCHAR, -- The spelling most articles use
    bare VARCHAR, -- Name without marks and capitals: doan hong phong
    spellings VARCHAR[], -- Every spelling met
    articles BIGINT, -- Articles that name the person
    first_seen VARCHAR, -- Earliest publication
    last_seen VARCHAR -- Latest publication
);
CREATE TABLE official ( -- One person in one article
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    person_id VARCHAR, -- Person
    name VARCHAR, -- Fullest form of the name in the article
    mentions BIGINT, -- How often the article names the person
    posts VARCHAR[], -- The posts the article gives the person, as written
    why VARCHAR, -- Why this is that person
    published VARCHAR, -- When the article was published
    sentence VARCHAR, -- The sentence of the first mention
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    @place
);
CREATE TABLE post ( -- A post as an article gives it to a person
    article_id VARCHAR, -- Article
    n BIGINT, -- Number of the official within the article
    person_id VARCHAR, -- Person
    name VARCHAR, -- Name of the person as written
    post VARCHAR, -- The post as written
    function VARCHAR, -- What the person is: phó bí thư
    body VARCHAR, -- Of what: huyện ủy
    place VARCHAR, -- Where: đắk song
    level VARCHAR, -- central, province, district, commune; NULL where the words do not tell
    former BOOLEAN, -- True for “nguyên …”
    published VARCHAR, -- When the article was published
    sentence VARCHAR, -- The sentence
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    @place
);
CREATE TABLE role ( -- What a person does in the event the article reports
    article_id VARCHAR, -- Article
    n BIGINT, -- Number of the official within the article
    person_id VARCHAR, -- Person
    name VARCHAR, -- Name of the person as written
    role VARCHAR, -- chair, head, deputy_head, attendee, speaker, presenter
    sentence VARCHAR, -- The sentence
    @place
);
CREATE TABLE session ( -- An event an article reports
    session_id VARCHAR, -- Article and number
    event_id VARCHAR, -- The same for sessions of several articles that tell of one event
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    kind VARCHAR, -- working_session, conference, inspection, congress, voter_meeting, visit, ceremony, reception, other
    date VARCHAR, -- EDTF
    day DATE, -- First day of `date`
    part_of_day VARCHAR, -- sáng, chiều …
    place VARCHAR, -- Where, as written
    topic VARCHAR, -- About what, as written
    home VARCHAR, -- Home of the portal
    sentence VARCHAR, -- The sentence
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    @place
);
CREATE TABLE session_group ( -- Hosts, guests and collective attendees of a session
    session_id VARCHAR, -- Session
    article_id VARCHAR, -- Article
    part VARCHAR, -- host, guest or group
    name VARCHAR, -- As written
    @place
);
CREATE TABLE session_directive ( -- Documents a session was about
    session_id VARCHAR, -- Session
    article_id VARCHAR, -- Article
    code VARCHAR, -- Code as the article gives it
    document_id VARCHAR -- Document
);
CREATE TABLE presence ( -- One person at one session in one role
    session_id VARCHAR, -- Session
    article_id VARCHAR, -- Article
    person_id VARCHAR, -- Person
    name VARCHAR, -- Name as written
    role VARCHAR, -- chair, head, deputy_head, attendee, speaker, presenter
    posts VARCHAR, -- The posts the article gives the person
    date VARCHAR, -- Date of the session
    sentence VARCHAR, -- The sentence
    day DATE, -- First day of `date`
    kind VARCHAR, -- Kind of the session
    place VARCHAR, -- Where it was, as written
    topic VARCHAR, -- About what, as written
    home VARCHAR, -- Home of the portal
    event_id VARCHAR, -- The event of the session
    published VARCHAR, -- When the article was published
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    @place
);
CREATE TABLE statement ( -- Who said what
    article_id VARCHAR, -- Article
    person_id VARCHAR, -- Speaker
    name VARCHAR, -- Speaker as written
    verb VARCHAR, -- nhấn mạnh, đề nghị …
    published VARCHAR, -- When the article was published
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    @place
);
CREATE TABLE document ( -- Numbered documents over all articles
    document_id VARCHAR, -- Type and code without marks, and the place where the code alone is not unique
    type VARCHAR, -- Quyết định, Nghị định …
    code VARCHAR, -- 290-QĐ/TW
    home VARCHAR, -- Where the code belongs; NULL for documents of the centre
    issued VARCHAR, -- The date most articles give
    issuer VARCHAR, -- The issuer most articles give
    subject VARCHAR, -- The subject most articles give
    articles BIGINT, -- Articles that cite it
    homes BIGINT, -- Places whose portals cite it
    disputed VARCHAR[] -- Dates of issue the articles give, where they are several
);
CREATE TABLE directive ( -- One document in one article
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    document_id VARCHAR, -- Document
    type VARCHAR, -- Type as read
    code VARCHAR, -- Code as read
    issued VARCHAR, -- Date of issue the article gives
    issuer VARCHAR, -- Issuer as written
    term VARCHAR, -- Years of the term the article gives
    subject VARCHAR, -- Subject as written
    why VARCHAR, -- Why this is that document
    published VARCHAR, -- When the article was published
    @place
);
CREATE TABLE citation ( -- One place where a document is cited
    document_id VARCHAR, -- Document
    article_id VARCHAR, -- Article
    n BIGINT, -- Number of the directive within the article
    code VARCHAR, -- Code as the article gives it
    pin VARCHAR, -- Điều 5, Khoản 2 …
    act VARCHAR, -- implement, study, review, issue, announce
    sentence VARCHAR, -- The sentence
    title VARCHAR, -- Headline of the article
    url VARCHAR, -- Its address
    why VARCHAR, -- Why this is that document
    home VARCHAR, -- Home of the portal
    published VARCHAR, -- When the article was published
    @place
);
CREATE TABLE document_relation ( -- One document replaces, amends, implements or annuls another
    article_id VARCHAR, -- Article
    kind VARCHAR, -- replaces, amends, implements, annuls
    source VARCHAR, -- Code of the acting document
    target VARCHAR, -- Code of the other
    source_id VARCHAR, -- Acting document
    target_id VARCHAR, -- Other document
    sentence VARCHAR, -- The sentence
    @place
);
CREATE TABLE date ( -- Date expressions
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    value VARCHAR, -- EDTF; NULL where it cannot be resolved
    day DATE, -- First day of `value`
    @place
);
CREATE TABLE term ( -- Terms of a body: khóa XII
    article_id VARCHAR, -- Article
    value VARCHAR, -- Years it sat
    @place
);
CREATE TABLE indicator ( -- Figures
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    kind VARCHAR, -- count, percent, money, quantity, rank, ratio
    value DECIMAL(38, 6), -- Number; money in đồng
    unit VARCHAR, -- Unit or counted noun as written
    unit_id VARCHAR, -- Unit of the lexicon
    value_to DECIMAL(38, 6), -- End of a range
    out_of DECIMAL(38, 6), -- k of n: n
    bound VARCHAR, -- at_least, more_than, about, less_than, at_most
    trend VARCHAR, -- up or down, where the number is the change
    target BOOLEAN, -- True for plans and goals
    period VARCHAR, -- EDTF
    day DATE, -- First day of `period`
    per VARCHAR, -- Per what
    place VARCHAR, -- Where, as written
    concept VARCHAR, -- What is measured, as written
    index_name VARCHAR, -- Named index: PAR INDEX
    home VARCHAR, -- Home of the portal
    published VARCHAR, -- When the article was published
    number VARCHAR, -- The number as written
    subject VARCHAR, -- Concept or index without marks and place: what the figures of two articles are matched by
    site VARCHAR, -- Where, as one name whatever the article calls it; NULL where “toàn tỉnh” could be anywhere
    search VARCHAR, -- Concept, index, unit and words without marks: what a question is looked up in
    sentence VARCHAR, -- The sentence
    @place
);
CREATE TABLE indicator_link ( -- What ties two figures of one article
    article_id VARCHAR, -- Article
    kind VARCHAR, -- change, plan, part
    source BIGINT, -- Number of the figure that is from, planned or part
    target BIGINT, -- Number of the figure that is to, actual or whole
    rule VARCHAR, -- Rule
    reader VARCHAR -- Version of the reader
);
CREATE TABLE audit ( -- Sums an article lets us do, and what another article says of the same thing
    article_id VARCHAR, -- Article
    n BIGINT, -- Number within the article
    kind VARCHAR, -- What is computed: sum, share, rank, ratio, score, change, growth; elsewhere: another article is asked
    verdict VARCHAR, -- holds, holds within rounding, contradicts; one source: one sentence in two articles
    stated DECIMAL(38, 6), -- What the article says
    computed DECIMAL(38, 6), -- What its own figures give, or the other article says
    indicators BIGINT[], -- Numbers of the figures: the whole first
    figures DECIMAL(38, 6)[], -- Their values
    home VARCHAR, -- Home of the portal
    published VARCHAR, -- When the article was published
    sentence VARCHAR, -- The sentence
    other_id VARCHAR, -- The other article
    other_n BIGINT, -- Number of its figure
    other_start BIGINT, -- First character of its words
    other_end BIGINT, -- First character after them
    other_text VARCHAR, -- Its words
    other_sentence VARCHAR, -- Its sentence
    @place
);
CREATE TABLE likened ( -- Articles whose figures stand side by side: what a night need not compare again
    one_id VARCHAR, -- An article
    two_id VARCHAR, -- Another
    digest UBIGINT -- Of the figures that were compared
);
CREATE TABLE leftover ( -- Words a reader saw and could not read
    article_id VARCHAR, -- Article
    reason VARCHAR, -- Why not
    @place
);
