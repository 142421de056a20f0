/// The words that say little about what a text is about, by language, folded.
enum StopWordTable {
    static let words: [String: Set<String>] = [
        "en": list(
            """
            a about after again all also am an and any anyone are as at be because been before being both but by can
            cannot could d did do does doing don down during each else few for from further get got had has have having
            he help her here hers hi hello him his how i if in into is isn it its just kind know let like ll m make
            many may me might more most much my need no nor not now of off on once one only or other our out over own
            please re s same she should so some somebody someone such t tell than thank thanks that the their them then
            there these they this those through to too under until up us use ve very want was we were what when where
            which while who whom whose why will with without would you your yours
            """),
        "es": list(
            """
            a al algo alguien algun alguna algunas algunos ante antes aqui asi cada como con contra cual cuales cuando
            cuanta cuantas cuanto cuantos de del desde donde dos e el ella ellas ellos en entre era es esa esas ese eso
            esos esta estan estas este esto estos estoy favor fue gracias ha hace hacer han hasta hay he hola la las le
            les lo los mas me mi mis mucho muy nada ni no nos nosotros o os otra otro otros para pero poco por porque
            puede pueden puedo que quien quienes quiero se sea ser si sin sobre solo son soy su sus tal tambien tan te
            tengo tiene tienen todo todos tu tus un una uno unos usted y ya yo
            """),
        "pt": list(
            """
            a ao aos agora ainda algo alguem algum alguma ante antes aqui as ate com como contra cada da das de dela
            dele deles do dos e ela elas ele eles em entre era essa esse esta este isso isto estou eu favor foi ha ja
            la lhe mais mas me mesmo meu minha meus muito na nas nao nem no nos nossa nosso num numa o obrigado
            obrigada ola onde os ou outra outro para pela pelas pelo pelos por porque posso pode qual quais quando
            quanto quantos que quem quero se sem ser seu sua seus so sobre sou tambem tem tenho ter todo todos tu um
            uma umas uns voce voces
            """),
        "fr": list(
            """
            a ai au aucun aussi autre aux avec avoir bonjour c ca ce cela ces cet cette ceux chaque comme comment d
            dans de des du donc dont elle elles en encore entre est et etait etre eu eux fait faire faut il ils j je l
            la le les leur leurs lui m ma mais me meme merci mes moi mon n ne ni nos notre nous on ont ou par parce pas
            peu peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses
            si son sont suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va veux vos votre vous y
            """),
        "de": list(
            """
            aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist
            bitte da damit danke dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser
            dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur gegen gibt habe
            haben hallo hat hatte hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes
            kann kein keine keinen konnen machen man mehr mein meine meinen mich mir mit muss mussen nach nicht noch nun
            nur ob oder ohne sehr sein seine sich sie sind so soll sollte sonst um und uns unser unter viel vom von vor
            wann war warum was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder wieso will
            wir wird wo wurde wurden zu zum zur
            """),
        "hi": list(
            """
            अगर अपना अपनी अपने अब आप आपका आपके इन इस इसका इसके इसको इसमें इसे उन उनका उनके उस उसका उसके उसे एक ऐसा ऐसे और कई कब
            कर करता करते करना करने करें कहाँ कहां का कि किया किस किसी की कुछ के को कोई कौन क्या क्यों क्योंकि गया चाहिए जब जहाँ जा
            जो तक तब तो था थी थे दिया दो धन्यवाद न नमस्ते नहीं ने पर भी मुझे मेरा मेरी मेरे मैं में यदि यह यहाँ ये या रहा रही
            रहे लिए वह वे व से साथ हम हमें हमारा ही हुआ हुई हुए हूँ हूं है हैं हो होगा होता होती होते होना कैसे कितना कितने
            """),
    ]

    private static func list(_ text: String) -> Set<String> {
        var folding = Folding()
        return Set(
            text.split { $0 == " " || $0 == "\n" }.map { folding.fold(String($0)) })
    }
}
