-- The first day of a calendar value: first_day('2020-07') is 2020-07-01, first_day('2019/2021') is 2019-01-01.
CREATE MACRO first_day(edtf) AS try_cast(
    replace(split_part(edtf, '/', 1), 'X', '0')
    || CASE length(split_part(edtf, '/', 1)) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE);

-- The sentence in which a character stands, in one line.
CREATE MACRO sentence_of(body, sentences, place) AS trim(regexp_replace(array_to_string(list_transform(
    list_filter(sentences, lambda s: s."start" <= place AND s."end" > place),
    lambda s: substring(body, s."start" + 1, s."end" - s."start")), ' '), '\s+', ' ', 'g'));

-- An address as both a page's link and the archive may spell it: 'https://www.x.vn/K%E1%BA%BF%20ho%E1%BA%A1ch.pdf' is 'x.vn/kế hoạch.pdf'.
CREATE MACRO address_of(url) AS lower(nfc_normalize(url_decode(regexp_replace(url, '^https?://(www\.)?', ''))));

-- Lower case without any mark, đ too: bare('Đoàn Hồng Phong') is 'doan hong phong'.
CREATE MACRO bare(words) AS replace(strip_accents(lower(words)), 'đ', 'd');

-- A number as people write it: written(54.000000) is '54', written(97.040000) is '97.04'.
CREATE MACRO written(value) AS rtrim(rtrim(value::VARCHAR, '0'), '.');

-- Words without marks and signs: plain_words('Bà Rịa - Vũng Tàu') is 'ba ria vung tau'.
CREATE MACRO plain_words(words) AS trim(regexp_replace(bare(words), '[^a-z0-9%]+', ' ', 'g'));

-- What is measured, without the place: “tỷ lệ hộ nghèo của tỉnh Nam Định” and “tỷ lệ hộ nghèo toàn tỉnh” are one.
CREATE MACRO subject_of(words, place) AS regexp_replace(
    plain_words(words), coalesce('( cua| tai| o| tren dia ban)? ' || plain_words(place) || '$', '$'), '');
